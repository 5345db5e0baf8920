#include "cli/summary_page.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/values.h"

namespace entente {
namespace {

std::string size_of(const std::string& file) {
  std::error_code error;
  const auto bytes = static_cast<double>(std::filesystem::file_size(file, error));
  if (error) return "";
  if (bytes < 1e6) return fmt::format(" ({:.0f} kB)", bytes / 1e3);
  return bytes < 1e9 ? fmt::format(" ({:.1f} MB)", bytes / 1e6)
                     : fmt::format(" ({:.1f} GB)", bytes / 1e9);
}

}  // namespace

std::string SummaryPage::text(const Circumstances& circumstances) const {
  std::string page;
  for (const auto& part : {heading(circumstances), series(), metrics(), moves(), commitments(),
                           vetoes(), camps(), variants(), whereabouts(circumstances)})
    if (!part.empty()) page += (page.empty() ? "" : "\n") + part;
  return page;
}

std::string SummaryPage::of_which() const {
  return ensemble_.variants.size() > 1 ? ", " + ensemble_.variants.front().id : "";
}

std::string SummaryPage::heading(const Circumstances& circumstances) const {
  std::string text;
  const auto& title = scenario_.title.empty() ? scenario_.id : scenario_.title;
  text += style_.bold(wrapped(title, page_width)) + "\n";
  if (!scenario_.question.empty()) text += wrapped(scenario_.question, page_width) + "\n";
  const auto variants = ensemble_.variants.size();
  const auto runs = circumstances.tally.replicates * variants;
  const double rate = static_cast<double>(runs) / std::max(circumstances.seconds, 1e-9);
  std::string what = counted(circumstances.tally.replicates, "run");
  if (variants > 1)
    what += fmt::format(" of {}", counted(variants, "variant"));
  else if (ensemble_.variants.front().id != "base")
    what += " of " + ensemble_.variants.front().id;
  Calendar recorded = ensemble_.calendar();
  recorded.start = recorded.date_at(ensemble_.first_tick);
  recorded.ticks -= ensemble_.first_tick;
  what += fmt::format(" · {} · seed {}", time_axis(recorded), ensemble_.seed);
  const auto how = fmt::format("{} on {}, {} runs/s", duration(circumstances.seconds),
                               counted(static_cast<std::uint64_t>(circumstances.threads), "thread"),
                               grouped(static_cast<std::uint64_t>(rate)));
  text += style_.dim(wrapped(what, page_width)) + "\n" + style_.dim(how) + "\n";
  if (circumstances.burnt_in.empty()) return text;
  return text +
         style_.dim(wrapped(fmt::format("continued from {}, up to which {} was burnt in",
                                        to_text(recorded.start), circumstances.burnt_in),
                            page_width)) +
         "\n";
}

std::string SummaryPage::whereabouts(const Circumstances& circumstances) const {
  std::string text;
  const auto tell = [&](const std::string& line) { text += wrapped(line, page_width) + "\n"; };
  if (!circumstances.output.empty())
    tell("Every run is in " + circumstances.output + size_of(circumstances.output));
  if (!circumstances.csv.empty()) tell("Tables are in the folder " + circumstances.csv);
  if (!circumstances.report.empty()) tell("The report is " + circumstances.report);
  if (text.empty())
    tell("No run was kept. -o FILE.nc keeps them all, --csv DIR writes them as tables.");
  return style_.dim(text);
}

}  // namespace entente
