#pragma once

#include <string>
#include <string_view>

#include "analysis/report/payload.h"

namespace entente {

/// The page of a report without its data, as it was built from analysis/report/web; empty where
/// this build had no Node.js.
std::string_view page_template();

/// Throws `RunError` if this build has no template, saying what is missing.
void expect_page_template();

/// The whole page. Throws as `expect_page_template` does.
std::string page_with(const Payload& payload, const Json& report);

}  // namespace entente
