#include "cli/help.h"

#include <fmt/format.h>

#include "cli/screen.h"

namespace entente {
namespace {

constexpr std::size_t column = 27;

/// A name, and from the second column on what it means.
std::string entry(const std::string& name, const std::string& meaning) {
  return hanging(fmt::format("  {}", name), meaning, column);
}

class Help final : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool positional) const override {
    std::string name = option->get_name(positional, true);
    for (auto comma = name.find(','); comma != std::string::npos; comma = name.find(',', comma + 2))
      name.insert(comma + 1, " ");
    const std::string type = option->get_type_name();  // "N:UINT in [1 - 1024]": the range is noise
    if (!type.empty() && !positional) name.append(" ").append(type, 0, type.find(':'));
    return entry(name, option->get_description());
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return entry(command->get_name(), command->get_description());
  }
  std::string make_usage(const CLI::App* command, std::string name) const override {
    std::string usage = "\nUsage: " + name;
    if (!command->get_parent()) return usage + " COMMAND …\n";
    for (const auto* option : command->get_options({}))
      if (option->get_positional()) usage += " " + option->get_name(true);
    return usage + (command->get_subcommands({}).empty() ? " [options]\n" : " WHAT [options]\n");
  }
  std::string make_description(const CLI::App* command) const override {
    return wrapped(command->get_description(), page_width) + "\n";
  }
};

const CLI::App& innermost(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::string path_of(const CLI::App* command) {
  const CLI::App* parent = command->get_parent();
  return parent ? fmt::format("{} {}", path_of(parent), command->get_name()) : command->get_name();
}

}  // namespace

std::shared_ptr<CLI::Formatter> make_help() { return std::make_shared<Help>(); }

std::string help_of(const CLI::App& program) {
  const CLI::App& command = innermost(program);
  const CLI::App* parent = command.get_parent();
  return command.help(parent ? path_of(parent) : "");
}

std::string command_of(const CLI::App& program) { return path_of(&innermost(program)); }

}  // namespace entente
