#include "sim/scenario/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {

void Report::error(const Mark& mark, std::string message) {
  if (!full()) findings_.push_back({Severity::error, mark, std::move(message)});
  ++errors_;
}

void Report::warning(const Mark& mark, std::string message) {
  findings_.push_back({Severity::warning, mark, std::move(message)});
}

void Report::error(const Mark& mark, const InputError& found) {
  for (const auto& diagnostic : found.diagnostics()) error(mark, diagnostic.message);
}

void Report::add_new(const Report& other, std::uint32_t first_line, std::uint32_t last_line) {
  for (const Finding& found : other.findings_) {
    const Mark& mark = found.mark;
    const bool known = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& mine) {
      return mine.message == found.message && mine.mark.line == mark.line &&
             mine.mark.column == mark.column && mine.mark.file == mark.file;
    });
    const bool counts = mark.line >= first_line && mark.line <= last_line;
    if (!known && counts && found.severity == Severity::error) error(mark, found.message);
  }
}

Diagnostic Report::diagnostic(const Finding& found) const {
  const auto& [severity, mark, message] = found;
  Diagnostic result{severity, {{}, mark.line, mark.column}, message, {}, mark.length};
  if (texts_ && texts_->has(mark.file)) {
    result.place.file = texts_->name(mark.file);
    result.source_line = texts_->line(mark.file, mark.line);
  }
  return result;
}

std::vector<Diagnostic> Report::sorted(Severity severity) const {
  std::vector<const Finding*> order;
  for (const auto& found : findings_)
    if (found.severity == severity) order.push_back(&found);
  std::stable_sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) {
    return std::tie(a->mark.file, a->mark.line, a->mark.column) <
           std::tie(b->mark.file, b->mark.line, b->mark.column);
  });
  std::vector<Diagnostic> result;
  for (const auto* found : order) result.push_back(diagnostic(*found));
  return result;
}

void Report::throw_if_failed() const {
  if (!failed()) return;
  auto all = sorted(Severity::error);
  if (full())
    all.push_back(
        diagnostic({Severity::error, Mark{},
                    fmt::format("more than {} errors; mend these first", most_errors - 1)}));
  throw InputError(std::move(all));
}

std::string no_such(std::string_view what, std::string_view name,
                    const std::vector<std::string>& known) {
  return fmt::format("{}: no such {}{}", name, what, did_you_mean(name, known));
}

}  // namespace entente
