#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/mark.h"
#include "sim/scenario/report.h"
#include "sim/scenario/scalar.h"

namespace entente {

/// A TOML document as a plain tree: scalars, lists and tables, each with its place.
struct Node {
  enum class Form { scalar, list, table };
  struct Member;

  Form form = Form::table;
  Mark mark;
  Scalar scalar;
  std::vector<Node> items;      ///< of a list
  std::vector<Member> members;  ///< of a table, in file order

  const Node* find(std::string_view key) const;
};

/// A key of a table and what it holds.
struct Node::Member {
  std::string key;
  Mark mark;  ///< of the key
  Node node;
};

/// "a table", "a list" or the value itself, for error messages.
std::string shown(const Node& node);

/// Parses a text as TOML; `file` is its number in the marks. A syntax error goes to the report,
/// with its place, and the document is then empty.
Node parse_document(std::string_view text, std::uint16_t file, Report& report);

}  // namespace entente
