#pragma once

#include <string>
#include <vector>

namespace entente::studies {

/// The scenario of a small world, by its path.
std::string small_world();

/// A grid of nine points over it, two variants, and so many replicates of each.
std::string small_study(int replicates = 4);
/// A study some of whose 40 runs overflow.
std::string failing_study();
/// A saltelli design of the Ishigami function, with noise.
std::string ishigami_study();
/// A study with its design replaced by a list in a table.
std::string as_list(std::string study, const std::string& table);

/// What a query of a store gives: the first column, as text.
std::vector<std::string> query(const std::string& store, const std::string& sql);
/// Every run of a store with all its bits, in order.
std::vector<std::string> rows(const std::string& store);
std::size_t rows_so_far(const std::string& store);

/// The arguments of a command line, without the program.
std::vector<std::string> words_of(const std::string& command);
std::string contents(const std::string& file);

}  // namespace entente::studies
