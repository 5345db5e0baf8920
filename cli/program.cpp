#include "cli/program.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <new>

#include "analysis/store/build.h"
#include "cli/help.h"
#include "cli/screen.h"
#include "sim/core/error.h"

namespace entente {
namespace {

void complain(const InputError& wrong) {
  for (const auto& diagnostic : wrong.diagnostics()) print_error(to_text(diagnostic));
  const auto count = wrong.diagnostics().size();
  if (count > 1) print_error(fmt::format("{} errors; nothing was done\n", count));
}

void complain(std::string_view message) { print_error(fmt::format("error: {}\n", message)); }

/// What the command line asks for but a command itself: help, the version, or a mistake.
ExitStatus answer(const CLI::App& program, const CLI::ParseError& asked) {
  if (asked.get_exit_code() != 0) {
    complain(asked.what());
    print_error(fmt::format("{} --help shows what there is\n", command_of(program)));
    return input_wrong;
  }
  if (asked.get_name() == "CallForVersion") {
    print(fmt::format("entente {}\n{}\n", version(), wrapped(build(), 80)));
  } else {
    print(help_of(program));
  }
  return done;
}

ExitStatus run(CLI::App& program, ExitStatus& status, int count, char** arguments) {
  try {
    program.parse(count, arguments);
    return status;
  } catch (const CLI::ParseError& asked) {
    return answer(program, asked);
  } catch (const InputError& wrong) {
    complain(wrong);
    return input_wrong;
  } catch (const RunError& failed) {
    complain(failed.what());
  } catch (const std::bad_alloc&) {
    complain("out of memory; run fewer threads (--threads), or watch fewer series");
  } catch (const std::exception& failed) {
    complain(failed.what());
  }
  return work_failed;
}

}  // namespace

int run_program(int count, char** arguments, const AddCommands& add_commands) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file too large is then an error like any other
  ExitStatus status = done;
  CLI::App program("Entente simulates how states' alignments, sanctions and dependence co-evolve.",
                   "entente");
  program.set_version_flag("--version", std::string(), "Print version and build");
  program.require_subcommand(1);
  program.footer(
      "Example:\n  entente run scenarios/minsk-beijing-2023.toml --runs 200 -o result.nc\n\n"
      "Exit status: 0 done, 1 the work failed, 2 the input or the command line is\n"
      "wrong, 3 finished but some runs failed, 130 interrupted (what was finished is\n"
      "kept).");
  add_commands(program, status);
  for_each_command(program, [](CLI::App& command) { command.formatter(make_help()); });
  const ExitStatus result = run(program, status, count, arguments);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    print_error("error: the output could not be written\n");
    return result == done ? work_failed : result;
  }
  return result;
}

}  // namespace entente
