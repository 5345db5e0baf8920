#pragma once

#include <string>
#include <vector>

#include "analysis/describe/page.h"
#include "analysis/describe/reference.h"
#include "analysis/describe/subject.h"

namespace entente {

/// A mechanism or an effect as a scenario has it.
struct Term {
  Entry entry;       ///< with its equation and its values as set
  std::string rate;  ///< the full path of the parameter that switches it
  bool on = false;   ///< whether it takes effect
  std::string idle;  ///< where its rate is not 0 and yet it has nothing to act on: what is missing
};

/// The mechanisms of alignment in catalogue order, and noise.
std::vector<Term> mechanism_terms(const Subject& subject);
/// The effects of a choice layer in catalogue order, and those of covariates that have a weight;
/// none takes effect where nobody chooses.
std::vector<Term> effect_terms(const Subject& subject, ChoiceLayer layer);

/// Those that are on.
std::vector<Term> in_play(std::vector<Term> terms);
/// "Off: a and b. Without anything to act on: c (no issues)." or nothing.
std::string out_of_play(const std::vector<Term>& terms);

/// The letter that stands for a mechanism's rate: its equation's first factor.
std::string coefficient_of(const Entry& entry);

/// The equations of terms, each after its name.
std::vector<std::string> equations_of(const std::vector<Term>& terms);

/// A parameter's value as a cell: in bold where it is not the default, with its later changes.
std::string value_cell(const Subject& subject, const std::string& path);
/// A parameter's default where its value is another.
std::string default_cell(const Subject& subject, const std::string& path);

/// A table of parameters by full path; the symbol is what stands before a colon in the meaning.
PageTable parameter_table(const Subject& subject, const std::vector<std::string>& paths);

/// A unit as it stands in a table.
std::string unit_text(const std::string& unit);

}  // namespace entente
