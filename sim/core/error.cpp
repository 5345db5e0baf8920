#include "sim/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace entente {
namespace {

/// Levenshtein distance, letters compared without case.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto same = [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  };
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (same(a[i - 1], b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

std::string all_messages(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_text(diagnostic);
  return text;
}

}  // namespace

std::string to_text(const Diagnostic& d) {
  std::string text;
  if (!d.place.file.empty()) {
    text += d.place.file + ":";
    if (d.place.line > 0) text += fmt::format("{}:{}:", d.place.line, d.place.column);
    text += " ";
  }
  text += fmt::format("{}: {}\n", d.severity == Severity::error ? "error" : "warning", d.message);
  if (!d.source_line.empty() && d.place.line > 0) {
    const auto margin = fmt::format("{:>5} | ", d.place.line);
    const auto column = std::max<std::uint32_t>(d.place.column, 1);
    text += margin + d.source_line + "\n";
    text += std::string(5, ' ') + " | " + std::string(column - 1, ' ') +
            std::string(std::max<std::uint32_t>(d.length, 1), '^') + "\n";
  }
  return text;
}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(all_messages(diagnostics)), diagnostics_(std::move(diagnostics)) {}

InputError::InputError(const std::string& message)
    : InputError(std::vector<Diagnostic>{{Severity::error, {}, message, {}, 1}}) {}

void expects(bool condition, std::string_view what) {
  if (condition) return;
  fmt::print(stderr, "entente: internal error: expected {}\n", what);
  std::abort();
}

std::string did_you_mean(std::string_view unknown, const std::vector<std::string>& known) {
  const std::string* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(2, unknown.size() / 3) + 1;
  for (const auto& name : known) {
    const std::size_t distance = edit_distance(unknown, name);
    if (distance < least) {
      least = distance;
      nearest = &name;
    }
  }
  return nearest ? fmt::format("; did you mean {}?", *nearest) : "";
}

}  // namespace entente
