#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Where a piece of input stands. Line and column count from 1; 0 where there is none, as for a
/// value from the command line.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class Severity { error, warning };

/// One thing that is wrong with, or doubtful in, the input.
struct Diagnostic {
  Severity severity = Severity::error;
  Place place;
  std::string message;       ///< what is wrong and what was expected, with the nearest valid name
  std::string source_line;   ///< the offending line as it stands, empty where there is none
  std::uint32_t length = 1;  ///< how many characters the caret underlines
};

/// One diagnostic as text: "file:line:column: error: message", the line and a caret below it.
std::string to_text(const Diagnostic& diagnostic);

/// Thrown when input is wrong; carries every problem found, not just the first. Exit status 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Diagnostic> diagnostics);
  explicit InputError(const std::string& message);  ///< a single problem without a place

  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// Thrown when work on right input fails: values that overflow, a disk that is full. Exit status 1.
class RunError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Aborts with `what` unless the condition holds. For errors of the programmer, never for input.
void expects(bool condition, std::string_view what);

/// "; did you mean NAME?" for the known name nearest to an unknown one, or "" if none is near.
std::string did_you_mean(std::string_view unknown, const std::vector<std::string>& known);

}  // namespace entente
