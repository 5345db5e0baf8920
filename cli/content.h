#pragma once

#include <string>

namespace entente {

/// What a file of results holds: runs (NetCDF), or a study (SQLite).
enum class Content { result, study };

/// What a file holds, by its first bytes; of one that is not there, a result to be missed. Throws
/// `InputError` if it is neither.
Content content_of(const std::string& file);

}  // namespace entente
