#include "analysis/report/page_template.h"

#include "sim/core/error.h"

// The page as bytes of the program.
asm(R"(
    .pushsection .rodata
    .global entente_page_template
    .global entente_page_template_end
entente_page_template:
    .incbin ")" ENTENTE_PAGE_TEMPLATE R"("
entente_page_template_end:
    .byte 0
    .popsection
)");

extern "C" {
extern const char entente_page_template[], entente_page_template_end[];
}

namespace entente {
namespace {

constexpr std::string_view place = "@data@";

}  // namespace

std::string_view page_template() { return {entente_page_template, entente_page_template_end}; }

void expect_page_template() {
  if (page_template().empty())
    throw RunError(
        "this build has no page to write: it was made without Node.js. Install Node.js 18 or later "
        "and npm (scripts/install-packages report), configure with -DENTENTE_REPORT=ON and build "
        "again");
}

std::string page_with(const Payload& payload, const Json& report) {
  expect_page_template();
  const std::string_view page = page_template();
  const auto at = page.find(place);
  expects(at != std::string_view::npos, "a place for the data in the page");
  std::string whole(page.substr(0, at));
  whole += payload.base64(report);
  whole += page.substr(at + place.size());
  return whole;
}

}  // namespace entente
