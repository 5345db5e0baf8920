#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Json = nlohmann::json;

const std::string small = in_repository("tests/ensemble/small_world.toml");

Json json_of(std::vector<std::string> arguments) {
  arguments.emplace_back("--json");
  const Ending ending = entente(arguments);
  EXPECT_EQ(ending.status, 0) << ending.err;
  return Json::parse(ending.out);
}

TEST(Explain, PrintsAPageThatFitsWithoutColour) {
  const Ending ending =
      entente({"explain", small, "north", "east", "--runs", "20"}, "", {"NO_COLOR=1"});
  EXPECT_EQ(ending.status, 0);
  EXPECT_THAT(ending.out, StartsWith("What moved north toward east\n"));
  for (const char* part :
       {"20 runs · 40 ticks", "Part of the change", "total: change of Z", "F −= κ (Z − Z̄)",
        "event.visit", "Decisions behind it, in replicate ", "probability ", "utility ",
        "relation north → east", "basis: estimate", " by estimate, "})
    EXPECT_THAT(ending.out, HasSubstr(part));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  EXPECT_THAT(ending.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(ending.err, IsEmpty());
}

TEST(Explain, FitsThePageForEveryDyadOfTheMainScenario) {
  const auto main = in_repository("scenarios/minsk-beijing-2023.toml");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"BLR", "RUS"}, {"EU", "BLR"}, {"USA", "CHN"}, {"IND", "UZB"}}) {
    const Ending ending = entente({"explain", main, from, to, "--runs", "3"});
    EXPECT_EQ(ending.status, 0) << ending.err;
    EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  }
}

TEST(Explain, ThePartsOfTheJsonSumToTheChange) {
  const Json told = json_of({"explain", small, "north", "east", "--runs", "20"});
  const Json& runs = told["runs"];
  double sum = 0.0, beyond = 0.0;
  for (const Json& part : runs["parts"]) {
    sum += part["contribution"]["mean"].get<double>();
    beyond += part["beyond_start"].get<double>();
  }
  const double change = runs["affinity_change"]["mean"];
  EXPECT_NEAR(sum, change, 1e-9);
  EXPECT_NEAR(beyond, change, 1e-9);  // the start is at rest
  const Json& one = told["replicate"];
  double last = 0.0;
  for (const auto& [name, course] : one["parts"].items()) last += course.back().get<double>();
  EXPECT_NEAR(last, one["affinity"].back().get<double>() - one["affinity"][0].get<double>(), 1e-9);
  EXPECT_EQ(one["affinity"].size(), 41u);
}

TEST(Explain, TextAndJsonAgree) {
  const std::vector<std::string> command{"explain", small, "north", "east", "--runs", "20"};
  const Json told = json_of(command);
  const std::string page = entente(command).out;
  EXPECT_EQ(told["explained"], "alignment.north.east");
  for (const Json& part : told["runs"]["parts"]) {
    const double mean = part["contribution"]["mean"];
    if (part["kind"] == "event" || std::abs(mean) < 0.0005) continue;
    EXPECT_THAT(page,
                HasSubstr(fmt::format("\n{:<22}{:>+8.3f}", part["name"].get<std::string>(), mean)));
  }
  EXPECT_THAT(page, HasSubstr(fmt::format("change of Z {:>+11.3f}",
                                          told["runs"]["affinity_change"]["mean"].get<double>())));
  EXPECT_THAT(page,
              HasSubstr(fmt::format("in replicate {}\n", told["replicate"]["number"].get<int>())));
  for (const Json& decision : told["replicate"]["decisions"])
    EXPECT_THAT(page, HasSubstr(decision["date"].get<std::string>() + "  " +
                                decision["actor"].get<std::string>()));
  for (const Json& input : told["inputs"])
    EXPECT_THAT(page, HasSubstr(fmt::format("\n{:.40}", input["entry"].get<std::string>())));
}

TEST(Explain, ADecisionsConsiderationsSumToItsUtility) {
  const Json told = json_of({"explain", small, "north", "south", "--runs", "20"});
  ASSERT_FALSE(told["replicate"]["decisions"].empty());
  for (const Json& decision : told["replicate"]["decisions"]) {
    double sum = 0.0;
    for (const Json& each : decision["considerations"]) sum += each["utility"].get<double>();
    const double utility = decision["utility"], probability = decision["probability"];
    EXPECT_NEAR(sum, utility, 1e-9);
    const Json& other = decision["runner_up"];
    EXPECT_NEAR(probability / other["probability"].get<double>(),
                std::exp(utility - other["utility"].get<double>()), 1e-9);
  }
}

TEST(Explain, TellsTheReplicateAndTheVariantThatAreAskedFor) {
  const Json base = json_of({"explain", small, "north", "east", "--runs", "4", "--replicate", "7"});
  EXPECT_EQ(base["replicate"]["number"], 7);
  const Json variant = json_of({"explain", small, "north", "east", "--runs", "4", "--replicate",
                                "7", "--variant", "no-visit"});
  EXPECT_EQ(variant["scenario"]["variant"], "no-visit");
  EXPECT_TRUE(base["replicate"]["parts"].contains("event.visit"));
  EXPECT_FALSE(variant["replicate"]["parts"].contains("event.visit"));
}

TEST(Explain, IsTheSameWhateverTheThreads) {
  const auto with = [](const char* threads) {
    return entente({"explain", small, "west", "south", "--runs", "30", "--threads", threads}).out;
  };
  EXPECT_EQ(with("1"), with("3"));
}

TEST(Explain, NamesWhatIsWrong) {
  for (const auto& [arguments, message] :
       std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"explain", small, "north", "eest"}, "eest: no such actor; did you mean east?"},
           {{"explain", small, "north", "north"}, "an actor has no relation to itself"},
           {{"explain", small, "north", "east", "--variant", "sane"}, "did you mean same?"},
           {{"explain", small, "north", "east", "--set", "x=1"}, "--set x"},
           {{"explain", small, "north"}, "TO is required"},
           {{"explain", "none.toml", "north", "east"}, "none.toml"}}) {
    const Ending ending = entente(arguments);
    EXPECT_EQ(ending.status, 2) << ending.out;
    EXPECT_THAT(ending.err, HasSubstr(message));
    EXPECT_THAT(ending.out, IsEmpty());
  }
}

/// A scenario whose runs overflow now and then.
const std::string escaping = R"(format = 1
[scenario]
id = "escape"
start = 2020-01-01
ticks = 300
step = "4 weeks"
[[actor]]
id = "a"
capability = 1.0
basis = "estimate"
[[actor]]
id = "b"
capability = 1.0
basis = "estimate"
[[relation]]
from = "a"
to = "b"
mutual = true
alignment = 0.01
basis = "estimate"
[dynamics.alignment]
link = "identity"
self_ties = true
inertia = false
noise = 0.2
)";

TEST(Explain, LeavesFailedRunsOutAndSaysSo) {
  const Folder folder;
  const auto file = folder.file("escape.toml", escaping);
  const Ending ending = entente({"explain", file, "a", "b", "--runs", "40"});
  EXPECT_EQ(ending.status, 3) << ending.err;
  EXPECT_THAT(ending.err, HasSubstr("of 40 runs failed"));
  EXPECT_THAT(ending.out, HasSubstr("In alignment itself."));
  EXPECT_LE(widest_line(ending.out), 80u) << ending.out;
  const auto at = ending.err.find("--first ");
  const auto failed = ending.err.substr(at + 8, ending.err.find(' ', at + 8) - at - 8);
  const Ending alone = entente({"explain", file, "a", "b", "--runs", "40", "--replicate", failed});
  EXPECT_THAT(alone.out, HasSubstr("This run failed: alignment."));
  const Ending none = entente({"explain", file, "a", "b", "--first", failed, "--runs", "1"});
  EXPECT_EQ(none.status, 3);
  EXPECT_THAT(none.out, IsEmpty());
}

}  // namespace
}  // namespace entente
