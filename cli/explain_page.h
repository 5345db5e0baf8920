#pragma once

#include <string>

#include "cli/explanation.h"
#include "cli/screen.h"

namespace entente {

/// What `entente explain` prints, for a terminal of 80 columns: how the alignment went, which parts
/// its change has, the events and the decisions behind it, and the inputs that it rests on.
class ExplainPage {
 public:
  /// How many moments of a course the page shows.
  static constexpr std::int64_t moments = 18;

  ExplainPage(const Explanation& explanation, Style style) : told_(explanation), style_(style) {}

  std::string text() const;

 private:
  static constexpr std::size_t name_columns = 22;
  static constexpr std::size_t most_causes = 12;

  // Each a part of the page, or empty where there is nothing to say.
  std::string heading() const;
  std::string course() const;
  std::string parts() const;
  std::string standing(std::vector<double>& total) const;
  std::string start() const;
  std::string equations() const;
  std::string events() const;
  std::string causes() const;
  std::string inputs() const;

  std::string row(const std::string& name, const Share& share, const std::vector<double>& beyond,
                  bool bold) const;
  std::vector<double> beyond(std::size_t part) const;
  std::string grounds(const Reason& reason) const;
  std::string cause(const Cause& cause) const;
  std::string input(const Input& input) const;
  std::string line(const std::string& text) const { return wrapped(text, page_width) + "\n"; }

  const Explanation& told_;
  Style style_;
};

}  // namespace entente
