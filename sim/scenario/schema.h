#pragma once

#include <string>

namespace entente {

/// A JSON Schema (draft 2020-12) of the scenario format, from the declarations of its fields, for
/// editors to complete and check scenario files. A TOML date counts as a string.
std::string json_schema();

/// Every table and field of the scenario format as Markdown, from the same declarations.
std::string field_reference();

}  // namespace entente
