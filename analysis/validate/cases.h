#pragma once

#include "analysis/validate/published_case.h"

namespace entente::cases {

/// What each published case compares, in order; `catalogue.cpp` says which is which.
void riccati(const Materials& materials, Comparisons& found);
void heider_balance(const Materials& materials, Comparisons& found);
void frustration(const Materials& materials, Comparisons& found);
void landscape(const Materials& materials, Comparisons& found);
void consensus(const Materials& materials, Comparisons& found);
void social_influence(const Materials& materials, Comparisons& found);
void similarity(const Materials& materials, Comparisons& found);
void friendship(const Materials& materials, Comparisons& found);
void goldstein_scale(const Materials& materials, Comparisons& found);
void gains_from_trade(const Materials& materials, Comparisons& found);
void threats(const Materials& materials, Comparisons& found);

}  // namespace entente::cases
