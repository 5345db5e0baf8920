#pragma once

#include "analysis/validate/published_case.h"

namespace entente::cases {

/// What each published case compares, in order; `catalogue.cpp` says which is which.
void riccati(const Materials& materials, Matches& found);
void heider_balance(const Materials& materials, Matches& found);
void frustration(const Materials& materials, Matches& found);
void landscape(const Materials& materials, Matches& found);
void landscape_of_syria(const Materials& materials, Matches& found);
void consensus(const Materials& materials, Matches& found);
void social_influence(const Materials& materials, Matches& found);
void similarity(const Materials& materials, Matches& found);
void friendship(const Materials& materials, Matches& found);
void goldstein_scale(const Materials& materials, Matches& found);
void gains_from_trade(const Materials& materials, Matches& found);
void threats(const Materials& materials, Matches& found);

}  // namespace entente::cases
