// The JSON Schema and the reference, generated from the declarations.

#include "sim/scenario/schema.h"

#include <cstdlib>

#include "tests/scenario/texts.h"

namespace entente::scenario_texts {
namespace {

namespace fs = std::filesystem;

/// Runs Debian's Python, which alone has the packages that these tests need.
int python(const std::string& arguments) {
  return WEXITSTATUS(std::system(("/usr/bin/python3 " + arguments).c_str()));
}

class Schema : public testing::Test {
 protected:
  void SetUp() override {
    if (python("-c 'import jsonschema, tomllib' 2> /dev/null") != 0)
      GTEST_SKIP() << "needs /usr/bin/python3 with jsonschema (python3-jsonschema) and tomllib";
    schema_ = folder_.write("schema.json", json_schema());
  }

  /// 0 if the scenario fits the schema, 3 if it does not, else the script failed.
  int validate(const fs::path& scenario) const {
    return python(std::string(ENTENTE_SOURCE_DIR) + "/tests/scenario/validate.py " +
                  schema_.string() + " " + scenario.string() + " > /dev/null");
  }
  int validate_text(const std::string& text) const {
    return validate(folder_.write("s.toml", text));
  }

 private:
  Folder folder_;
  fs::path schema_;
};

TEST_F(Schema, FitsTheShippedScenarios) {
  for (const auto& entry : fs::directory_iterator(fs::path(ENTENTE_SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".toml") {
      EXPECT_EQ(validate(entry.path()), 0) << entry.path();
    }
}

TEST_F(Schema, FitsEveryFormOfAField) {
  EXPECT_EQ(validate_text(three_actors +
                          "[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\nsanctions = \"severe\"\n"
                          "support = 2\ncovariates = { x = 1 }\n"
                          "[[bloc]]\nid = \"G\"\ncohesion = 1\nmembers = [\"BLR\"]\n"
                          "[[variant]]\nid = \"v\"\nset = { \"alignment.BLR.RUS\" = 0.5 }\n"
                          "event = [ { date = 2022-09-09, type = \"set\", path = \"pact.BLR.RUS\", "
                          "value = 1 } ]\n"
                          "[dynamics.alignment]\nbalance = { weighting = \"uniform\" }\n"
                          "influence = false\nnoise = 0.1\n[dynamics.sanctions]\nhostility = 1\n"
                          "ego = { capability = 1 }\nrate = false\n"),
            0);
}

TEST_F(Schema, RefusesWhatTheReaderRefuses) {
  for (const char* wrong :
       {"[oops]\n", "[[pact]]\nbetween = [\"BLR\", \"RUS\"]\nstrenght = 1\n",
        "[[pact]]\nbetween = [\"BLR\"]\n", "[[bloc]]\nid = \"G\"\n",
        "[[bloc]]\nid = \"G\"\ncohesion = -1\n", "[[bloc]]\nid = \"a b\"\ncohesion = 1\n",
        "[[source]]\nid = \"a\"\ntitle = 3\n", "[dynamics.alignment]\nbalence = 1\n",
        "[dynamics.alignment]\nbalance = -1\n", "[dynamics.alignment]\nbalance = { weight = 1 }\n",
        "[dynamics.alignment]\nlink = \"cosh\"\n", "[dynamics.support]\nlevels = 1.5\n"}) {
    EXPECT_FALSE(errors_of(three_actors + wrong).empty()) << wrong;
    EXPECT_EQ(validate_text(three_actors + wrong), 3) << wrong;
  }
}

TEST(FieldReference, HasEveryFieldAndParameterWithItsMeaning) {
  const auto text = field_reference();
  for_each_field<RelationEntry>([&](const auto& field, std::size_t) {
    EXPECT_NE(text.find("| `" + std::string(field.name) + "` |"), std::string::npos);
    EXPECT_NE(text.find(field.meaning), std::string::npos);
  });
  for (const auto& row : parameter_rows(Dynamics{}))
    EXPECT_NE(text.find("| `" + row.path + "` |"), std::string::npos);
  for (const char* header : {"`[scenario]`", "`[[event]]`", "`[output]`", "`[[variant]]`"})
    EXPECT_NE(text.find(header), std::string::npos);
}

}  // namespace
}  // namespace entente::scenario_texts
