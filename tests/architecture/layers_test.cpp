#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/rules.h"

namespace entente::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<Source>& project() {
  static const std::vector<Source> all =
      sources(ENTENTE_SOURCE_DIR, {"sim", "analysis", "cli", "tests", "bench"});
  return all;
}

template <class Rule>
Violations everywhere(Rule rule) {
  Violations found;
  for (const Source& source : project())
    for (auto& violation : rule(source)) found.push_back(std::move(violation));
  return found;
}

TEST(Architecture, TheProjectIsRead) { EXPECT_GT(project().size(), 80u); }

TEST(Architecture, LayersIncludeOnlyDownwards) {
  EXPECT_THAT(everywhere(broken_layers), IsEmpty());
}

TEST(Architecture, IncludesArePathsFromTheRoot) {
  std::set<std::string> existing;
  for (const Source& source : project()) existing.insert(source.path);
  EXPECT_THAT(everywhere([&](const Source& source) { return broken_paths(source, existing); }),
              IsEmpty());
}

TEST(Architecture, FilesAndFunctionsAreSmall) { EXPECT_THAT(everywhere(oversized), IsEmpty()); }

TEST(Architecture, NamesSaySomething) { EXPECT_THAT(everywhere(forbidden_names), IsEmpty()); }

TEST(Architecture, NoTwoTypesHaveOneName) { EXPECT_THAT(twice_named(project()), IsEmpty()); }

TEST(Architecture, NothingIsLeftUnfinished) { EXPECT_THAT(everywhere(unfinished), IsEmpty()); }

TEST(Architecture, EveryMechanismEffectAndMetricIsCatalogued) {
  const auto missing = [](const std::string& folder, const std::set<std::string>& exempt = {}) {
    return uncatalogued(project(), folder, exempt);
  };
  EXPECT_THAT(missing("sim/alignment", {"sim/alignment/dynamics.h", "sim/alignment/fused.h"}),
              IsEmpty());
  EXPECT_THAT(missing("sim/choice/sanctions"), IsEmpty());
  EXPECT_THAT(missing("sim/choice/support"), IsEmpty());
}

// The checker itself: each rule catches what breaks it and nothing that only looks like it.

TEST(ArchitectureChecker, CatchesAnIncludeUpwards) {
  EXPECT_THAT(broken_layers({"sim/core/world.h", "#include \"sim/engine/flow.h\"\n"}),
              ElementsAre("sim/core/world.h:1: sim/core may not include sim/engine/flow.h"));
  EXPECT_THAT(
      broken_layers({"analysis/ensemble/run.h", "\n#include \"cli/bar.h\"\n"}),
      ElementsAre("analysis/ensemble/run.h:2: analysis/ensemble may not include cli/bar.h"));
}

TEST(ArchitectureChecker, CatchesAnIncludeOfASibling) {
  EXPECT_THAT(broken_layers({"sim/alignment/a.h", "#include \"sim/choice/ministep.h\"\n"}),
              ElementsAre(HasSubstr("sim/alignment may not include sim/choice/ministep.h")));
}

TEST(ArchitectureChecker, CatchesAFileInNoLayer) {
  EXPECT_THAT(broken_layers({"sim/misc/a.h", ""}), ElementsAre(HasSubstr("stands in no layer")));
}

TEST(ArchitectureChecker, CatchesALibraryOutsideItsLayer) {
  const std::string toml = "#include <toml++/toml.h>\n", netcdf = "#include <netcdf.h>\n";
  EXPECT_THAT(broken_layers({"sim/engine/a.cpp", toml}), ElementsAre(HasSubstr("toml++")));
  EXPECT_THAT(broken_layers({"sim/scenario/a.h", toml}), ElementsAre(HasSubstr("toml++")));
  EXPECT_THAT(broken_layers({"sim/scenario/a.cpp", toml}), IsEmpty());
  EXPECT_THAT(broken_layers({"cli/run.cpp", netcdf}), ElementsAre(HasSubstr("netcdf")));
  EXPECT_THAT(broken_layers({"analysis/store/a.cpp", netcdf}), IsEmpty());
  EXPECT_THAT(broken_layers({"sim/engine/a.cpp", "#include <thread>\n"}),
              ElementsAre(HasSubstr("the simulator knows no thread")));
}

TEST(ArchitectureChecker, AllowsIncludesDownwards) {
  EXPECT_THAT(broken_layers({"cli/run.cpp",
                             "#include <CLI/CLI.hpp>\n#include \"cli/bar.h\"\n"
                             "#include \"analysis/store/a.h\"\n#include \"sim/core/world.h\"\n"}),
              IsEmpty());
}

TEST(ArchitectureChecker, CatchesARelativeInclude) {
  EXPECT_THAT(broken_paths({"sim/core/a.cpp", "#include \"world.h\"\n"}, {"sim/core/world.h"}),
              ElementsAre(HasSubstr("no such file from the root: world.h")));
}

std::string function_of(int lines) {
  std::string text = "namespace a {\nstruct B {\n  int f(int x) const {\n";
  for (int i = 2; i < lines; ++i) text += "    if (x) { g(\"}\"); }  // }\n";
  return text + "  }\n};\n}\n";
}

TEST(ArchitectureChecker, MeasuresFunctions) {
  EXPECT_THAT(oversized({"a.h", function_of(40)}), IsEmpty());
  EXPECT_THAT(oversized({"a.h", function_of(41)}),
              ElementsAre("a.h:3: 41 lines; at most 40: int f(int x) const "));
}

TEST(ArchitectureChecker, FindsFunctionsBetweenOtherBraces) {
  const Source source("a.cpp",
                      "#define MANY(x) {\n"
                      "A::A(int b)\n    : b_(b), c_{1, {}} {\n  auto f = [&] {\n  };\n}\n"
                      "enum class E { one, two };\nclass C : D<int()> { int e = 1; };\n"
                      "const char* text = R\"(f() {)\";\nint g() { return 1'0; }\n");
  const auto found = functions(source.code);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[0].lines, 5);
  EXPECT_EQ(found[1].line, 10);
  EXPECT_EQ(found[1].lines, 1);
}

TEST(ArchitectureChecker, MeasuresFiles) {
  EXPECT_THAT(oversized({"a.h", std::string(400, '\n')}), IsEmpty());
  EXPECT_THAT(oversized({"a.h", std::string(401, '\n')}), ElementsAre(HasSubstr("401 lines")));
}

TEST(ArchitectureChecker, CatchesNamesThatSayNothing) {
  EXPECT_THAT(forbidden_names({"a.h", "\nclass ActorManager;\nint get_level();\n"}),
              ElementsAre("a.h:2: says nothing: ActorManager", "a.h:3: says nothing: get_level"));
  EXPECT_THAT(forbidden_names({"a.h", "// a Helper\nstd::get_if<Baseline>(x); double Database;"}),
              IsEmpty());
  EXPECT_THAT(forbidden_names({"sim/core/a.h", "std::random_device r;"}),
              ElementsAre(HasSubstr("not reproducible")));
}

TEST(ArchitectureChecker, CatchesUnfinishedWork) {
  EXPECT_THAT(unfinished({"a.cpp",
                          "// TO"
                          "DO: later\n"}),
              ElementsAre(HasSubstr("unfinished")));
  EXPECT_THAT(unfinished({"a.h", "int x;\n"}), ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(unfinished({"a.h", "#pragma once\nint mkstemp_of(\"XXXXXX\");\n"}), IsEmpty());
}

TEST(ArchitectureChecker, CatchesWhatTheCatalogueLeavesOut) {
  const std::vector<Source> all{
      {"m/catalogue.h", "#include \"m/a.h\"\n"}, {"m/a.h", ""}, {"m/b.h", ""}, {"m/c.h", ""}};
  EXPECT_THAT(uncatalogued(all, "m", {"m/c.h"}), ElementsAre("m/b.h:1: is not in the catalogue"));
}

TEST(ArchitectureChecker, CatchesTypesOfOneName) {
  const std::string one =
      "namespace entente {\nstruct A {\n};\nclass B final : C {\n};\n}  // namespace\n";
  EXPECT_THAT(twice_named({{"a.h", one},
                           {"b.h", "namespace entente {\nenum class B {\n};\n}  // namespace\n"}}),
              ElementsAre("b.h:2: B is defined in a.h too"));
  EXPECT_THAT(twice_named({{"a.h", one},
                           {"b.h",
                            "namespace entente {\nnamespace c {\nclass B {\n};\n}  // namespace "
                            "c\n}  // namespace\n"},
                           {"c.h", "namespace entente::c {\nclass B {\n};\n}  // namespace\n"},
                           {"d.cpp", one}}),
              IsEmpty());
}

}  // namespace
}  // namespace entente::architecture
