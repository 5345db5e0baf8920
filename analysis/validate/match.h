#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// One published or exact result, and what comes out here.
struct Match {
  std::string what;       ///< "escape time × λ₁"
  std::string published;  ///< what it is to be
  std::string here;       ///< what it is
  std::string tolerance;  ///< how far apart the two may be
  bool agrees = false;
  std::string why = {};  ///< where it is known, why they differ
};

/// The matches of one case, in the order in which they are made.
class Matches {
 public:
  /// A number within `tolerance` of the published one, shown with so many decimals.
  void near(std::string what, double published, double here, double tolerance, int decimals = 4);
  /// A count that is the published one.
  void equal(std::string what, std::int64_t published, std::int64_t here);
  /// A text, such as a list of names, that is the published one.
  void equal(std::string what, std::string published, std::string here);
  /// The largest distance from an exact result, which is at most `limit`. `exact` says what that
  /// is.
  void apart(std::string what, std::string exact, double distance, double limit);
  /// Any other.
  void add(Match comparison) { all_.push_back(std::move(comparison)); }

  /// Says of the last match why it differs, if it does: the case's page says more.
  void explain(std::string why);

  const std::vector<Match>& all() const { return all_; }
  bool agree() const;
  /// Whether all that differ are explained.
  bool expected() const;

 private:
  std::vector<Match> all_;
};

}  // namespace entente
