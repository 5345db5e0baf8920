#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source.h"

namespace entente::architecture {

/// What breaks a rule of the house, one text each: "path:line: what is wrong".
using Violations = std::vector<std::string>;

/// Layers include only downwards, and each library has one layer that knows it.
Violations broken_layers(const Source& source);

/// Files include each other by their path from the root, which is also how they are installed.
Violations broken_paths(const Source& source, const std::set<std::string>& existing);

/// Files have at most 400 lines, functions at most 40.
Violations oversized(const Source& source);

/// No name that could stand for anything, and no clock or hidden source of randomness in sim/.
Violations forbidden_names(const Source& source);

/// No note of unfinished work, and every header guarded by #pragma once.
Violations unfinished(const Source& source);

/// Headers of a catalogued folder that its catalogue.h leaves out.
Violations uncatalogued(const std::vector<Source>& all, const std::string& folder,
                        const std::set<std::string>& exempt);

/// Types of one name in namespace `entente` itself: the linker would take one for the other.
Violations twice_named(const std::vector<Source>& all);

}  // namespace entente::architecture
