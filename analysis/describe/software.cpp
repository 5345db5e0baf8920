#include <fmt/format.h>

#include <algorithm>

#include "analysis/describe/elements.h"

namespace entente::odd {
namespace {

/// A word of a command as a shell takes it.
std::string quoted(const std::string& word) {
  const bool safe = !word.empty() && word.find_first_not_of(
                                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789._-/=+,:") == std::string::npos;
  if (safe) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string settings(const Request& request) {
  std::string text;
  for (const auto& setting : request.settings) text += " --set " + quoted(setting);
  return text;
}

}  // namespace

void software(const Subject& subject, Page& page) {
  const Request& request = subject.request;
  const std::string file = quoted(request.file) + settings(request);
  const std::string variant =
      subject.is_variant() ? " --variant " + quoted(request.variant) : std::string();
  page.section("Software and repetition");
  page.paragraph(
      fmt::format("Entente {} ({}). {}The resolved scenario has the SHA-256 {}.",
                  plain(request.version), plain(request.build),
                  subject.is_random() ? fmt::format("The seed is {}. ", subject.scenario.seed) : "",
                  code(request.digest)));
  page.paragraph(subject.is_random()
                     ? "N replicates, numbered from 0, with all that they record; the resolved "
                       "scenario is in the file. The same build repeats them to the last bit:"
                     : "One run, with all that it records; the resolved scenario is in the file. "
                       "The same build repeats it to the last bit:");
  page.display({fmt::format("entente run {}{} --runs {} -o result.nc", file, variant,
                            subject.is_random() ? "N" : "1"),
                fmt::format("entente describe {}{}", file, variant)});
}

}  // namespace entente::odd
