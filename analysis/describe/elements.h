#pragma once

#include "analysis/describe/page.h"
#include "analysis/describe/subject.h"

/// The parts of a description, in order: each writes one section of the page, or a few.
namespace entente::odd {

// The seven elements of the ODD protocol.
void purpose(const Subject& subject, Page& page);
void entities(const Subject& subject, Page& page);
void process(const Subject& subject, Page& page);
void concepts(const Subject& subject, Page& page);
void initialization(const Subject& subject, Page& page);
void input(const Subject& subject, Page& page);
void submodels(const Subject& subject, Page& page);

// What comes with them.
void variants(const Subject& subject, Page& page);
void software(const Subject& subject, Page& page);
void references(Page& page);

// Submodels, each a subsection; nothing where it does not run.
void alignment(const Subject& subject, Page& page);
void interactions(const Subject& subject, Page& page);
void shocks(const Subject& subject, Page& page);
void commitments(const Subject& subject, Page& page);
void votes(const Subject& subject, Page& page);
void sides(const Subject& subject, Page& page);
void choices(const Subject& subject, ChoiceLayer layer, Page& page);
void exchange(const Subject& subject, Page& page);
void welfare(const Subject& subject, Page& page);
void positions(const Subject& subject, Page& page);
void metrics(Page& page);
void randomness(const Subject& subject, Page& page);

/// How the benchmark fixes what the data leave open, a subsection of initialization.
void benchmark(const Subject& subject, Page& page);

/// The table of commitments, a subsection of initialization, and their step of a tick.
void pledges(const Subject& subject, Page& page);
std::string commitments_step();

/// What an event does, in a cell: "CHN → BLR, CAMEO 043 (host a visit), g = 2.8".
std::string deed(const EventEntry& event);

/// What a variant changes, in a sentence or a cell.
std::string changes(const VariantEntry& variant);

/// What a watched path is about: "how the first stands towards the second".
std::string meaning_of_path(const Subject& subject, const std::string& path);

}  // namespace entente::odd
