#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.h"
#include "sim/core/roster.h"
#include "sim/scenario/mark.h"
#include "sim/scenario/texts.h"

namespace entente {

/// Collects what is wrong with a scenario, so that all of it is reported at once.
class Report {
 public:
  explicit Report(std::shared_ptr<const Texts> texts) : texts_(std::move(texts)) {}

  void error(const Mark& mark, std::string message);
  void warning(const Mark& mark, std::string message);
  /// Adds what another part of the program found wrong, at a place known here.
  void error(const Mark& mark, const InputError& found);

  bool failed() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  /// Whether so much is wrong that more need not be looked into.
  bool full() const { return errors_ >= most_errors; }
  /// Adds the errors that another report found in a range of lines and this one has not.
  void add_new(const Report& other, std::uint32_t first_line, std::uint32_t last_line);

  /// Throws `InputError` with every error, sorted by place, if there is any.
  void throw_if_failed() const;
  /// All warnings, sorted by place.
  std::vector<Diagnostic> warnings() const { return sorted(Severity::warning); }

 private:
  static constexpr std::size_t most_errors = 500;
  struct Finding {
    Severity severity;
    Mark mark;
    std::string message;
  };
  std::vector<Diagnostic> sorted(Severity severity) const;
  Diagnostic diagnostic(const Finding& found) const;

  std::shared_ptr<const Texts> texts_;
  std::vector<Finding> findings_;
  std::size_t errors_ = 0;
};

/// "RUSS: no such actor; did you mean RUS?"
std::string no_such(std::string_view what, std::string_view name,
                    const std::vector<std::string>& known);

}  // namespace entente
