#pragma once

#include <string>
#include <string_view>

namespace entente {

/// A test on one number of the world: "support.CHN.RUS >= lethal".
struct ShareTest {
  enum class Relation { at_least, at_most, above, below, equal };

  std::string text;  ///< as the user wrote it, with single blanks
  std::string path;
  Relation relation = Relation::at_least;
  double value = 0.0;  ///< levels count in notches

  bool holds(double number) const;
};

/// The test that a text "PATH OP VALUE" states; OP is >=, <=, >, < or ==, VALUE a number or, of
/// sanctions or support, the name of a level. Throws `InputError` that says what is wrong.
ShareTest parse_test(std::string_view text);

}  // namespace entente
