// Files that are no scenarios, and tables beside scenarios.

#include <sys/stat.h>
#include <unistd.h>

#include "tests/scenario/errors.h"

namespace entente::scenario_texts {
namespace {

namespace fs = std::filesystem;

std::string problem_with(const fs::path& path) {
  return message_of([&] { read_scenario(path); });
}

TEST(ScenarioFile, ReadsFromDiskWithItsNameInErrors) {
  const Folder folder;
  EXPECT_EQ(read_scenario(folder.write("s.toml", three_actors)).scenario.actors.size(), 3U);
  const auto bad = folder.write("bad.toml", three_actors + "[oops]\n");
  EXPECT_NE(problem_with(bad).find(bad.string() + ":15:2: error: oops"), std::string::npos);
}

TEST(ScenarioFile, MustBeThere) {
  const Folder folder;
  EXPECT_NE(problem_with(folder.path() / "none.toml").find("no such file"), std::string::npos);
  EXPECT_NE(problem_with(folder.path()).find("a folder, not a file"), std::string::npos);
  EXPECT_NE(problem_with("/dev/null").find("not a regular file"), std::string::npos);
}

TEST(ScenarioFile, MustHoldText) {
  const Folder folder;
  EXPECT_NE(problem_with(folder.write("a", "")).find("the file is empty"), std::string::npos);
  EXPECT_NE(problem_with(folder.write("b", " \n\t\n")).find("the file is empty"),
            std::string::npos);
  EXPECT_NE(problem_with(folder.write("c", std::string("format\0= 1", 10))).find("binary file"),
            std::string::npos);
  for (const char* text : {"# \xff\xfe", "# \xc0\xaf", "# \xed\xa0\x80", "# \xf5\x80\x80\x80",
                           "# \xe2\x82", "# \x80", "# \xf0\x80\x80\x80"})
    EXPECT_NE(problem_with(folder.write("d", text)).find("not UTF-8"), std::string::npos);
}

TEST(ScenarioFile, MayHoldAnyUtf8) {
  const Folder folder;
  const auto path = folder.write("s.toml", three_actors +
                                               "[[source]]\nid = \"a\"\ntitle = "
                                               "\"Лукашенко à Pékin 北京 𝔸\"\n");
  EXPECT_EQ(read_scenario(path).scenario.sources.front().title, "Лукашенко à Pékin 北京 𝔸");
}

TEST(ScenarioFile, MustBeReadable) {
  const Folder folder;
  const auto path = folder.write("s.toml", three_actors);
  chmod(path.c_str(), 0);
  const uid_t me = geteuid();
  if (me == 0) {  // root may read any file, nobody may not
    ASSERT_EQ(seteuid(65534), 0);
  }
  const auto problem = problem_with(path);
  ASSERT_EQ(seteuid(me), 0);
  EXPECT_NE(problem.find("cannot be read; check its permissions"), std::string::npos);
}

TEST(ScenarioFile, MustNotBeHuge) {
  const Folder folder;
  const auto path = folder.write("s.toml", three_actors);
  fs::resize_file(path, 100U << 20U);
  EXPECT_NE(problem_with(path).find("too large (100 MB; at most 32 MB); put tables into CSV"),
            std::string::npos);
}

TEST(ScenarioFile, ErrorsShowTheLineWithACaret) {
  const auto text =
      message_of([] { parsed(three_actors + "[[source]]\nid = \"s\"\ntitle =\t3 # ü\n"); });
  EXPECT_EQ(text,
            "test.toml:17:9: error: title: 3 is not text\n"
            "   17 | title = 3 # ü\n"
            "      |         ^\n");
}

// Tables.

const std::string relations_head = "from,to,alignment,dependence,sanctions,note\n";

std::string with_tables(const std::string& keys) { return keys + three_actors; }

Scenario with_relations(const Folder& folder, const std::string& table) {
  folder.write("relations.csv", table);
  return read_scenario(folder.write("s.toml", with_tables("relations = \"relations.csv\"\n")))
      .scenario;
}

TEST(Tables, AddToTheEntriesOfTheFile) {
  const Folder folder;
  folder.write("actors.csv",
               "id,capability,covariates.wealth,basis\nKAZ,0.05,2,estimate\nPOL,0.3,,estimate\n");
  const auto scenario =
      read_scenario(folder.write("s.toml", with_tables("actors = \"actors.csv\"\n"))).scenario;
  ASSERT_EQ(scenario.actors.size(), 5U);
  EXPECT_EQ(scenario.actors[3].id, "KAZ");
  EXPECT_EQ(scenario.actors[3].covariates, (Weights{{"wealth", 2.0, {}}}));
  EXPECT_EQ(scenario.actors[4].capability, 0.3);
  EXPECT_TRUE(scenario.actors[4].covariates.empty());
}

TEST(Tables, HoldWhatTomlHolds) {
  const Folder folder;
  const auto from_table =
      with_relations(folder, relations_head +
                                 "BLR,RUS,0.85,0.6,severe,\"say \"\"yes\"\", then\nno\"\r\n"
                                 "RUS,BLR,0.5,,2,\n");
  const auto from_toml = parsed(three_actors +
                                "[[relation]]\nfrom = \"BLR\"\nto = \"RUS\"\nalignment = 0.85\n"
                                "dependence = 0.6\nsanctions = \"severe\"\n"
                                "note = \"say \\\"yes\\\", then\\nno\"\n"
                                "[[relation]]\nfrom = \"RUS\"\nto = \"BLR\"\nalignment = 0.5\n"
                                "sanctions = 2\n");
  EXPECT_EQ(from_table, from_toml);
}

TEST(Tables, MayBeginWithAByteOrderMarkAndHoldBlankLines) {
  const Folder folder;
  const auto scenario = with_relations(folder,
                                       "\xef\xbb\xbf"
                                       "from,to,alignment\n\nBLR,RUS,0.5\n\n\nRUS,BLR,1e-1");
  ASSERT_EQ(scenario.relations.size(), 2U);
  EXPECT_EQ(scenario.relations[1].alignment, 0.1);
}

struct WrongTable {
  const char* name;
  const char* table;
  std::uint32_t line, column;
  const char* message;
  friend std::ostream& operator<<(std::ostream& out, const WrongTable& t) { return out << t.name; }
};

class TableError : public testing::TestWithParam<WrongTable> {};

TEST_P(TableError, IsReportedAtItsCell) {
  const Folder folder;
  const auto path = folder.write("relations.csv", GetParam().table);
  const auto errors = errors_of(with_tables("relations = \"relations.csv\"\n"), folder.path());
  ASSERT_EQ(errors.size(), 1U) << (errors.empty() ? "" : InputError(errors).what());
  EXPECT_EQ(errors[0].place.file, path.string());
  EXPECT_EQ(errors[0].place.line, GetParam().line);
  EXPECT_EQ(errors[0].place.column, GetParam().column);
  EXPECT_NE(errors[0].message.find(GetParam().message), std::string::npos) << errors[0].message;
}

INSTANTIATE_TEST_SUITE_P(
    Cells, TableError,
    testing::Values(
        WrongTable{"UnknownColumn", "from,to,alignement\nBLR,RUS,0.5\n", 1, 9,
                   "alignement: no such column; did you mean alignment?"},
        WrongTable{"ColumnTwice", "from,to,note,note\nBLR,RUS,a,b\n", 1, 14,
                   "note: this column stands twice"},
        WrongTable{"ColumnOfATable", "from,to,covariates\nBLR,RUS,3\n", 1, 9,
                   "covariates: no such column"},
        WrongTable{"MissingColumn", "from,alignment\n", 1, 1, "the column to is missing"},
        WrongTable{"TooFewCells", "from,to,alignment\nBLR,RUS\n", 2, 1,
                   "2 cells in this row, 3 in the header"},
        WrongTable{"TooManyCells", "from,to\nBLR,RUS,0.5\n", 2, 1, "3 cells in this row, 2 in"},
        WrongTable{"NotANumber", "from,to,alignment\nBLR,RUS,high\n", 2, 9,
                   "alignment: \"high\" is not a finite number"},
        WrongTable{"NaN", "from,to,alignment\nBLR,RUS,nan\n", 2, 9, "alignment: nan is not"},
        WrongTable{"OutOfBounds", "from,to,recognition\nBLR,RUS,1.5\n", 2, 9,
                   "recognition: 1.5 is not a number between 0 and 1"},
        WrongTable{"NotAFlag", "from,to,mutual\nBLR,RUS,yes\n", 2, 9, "\"yes\" is not true"},
        WrongTable{"EmptyRequiredCell", "from,to\n,RUS\n", 2, 1, "relation: from is missing"},
        WrongTable{"UnknownActor", "note,from,to\nü,RSU,BLR\n", 2, 3,
                   "RSU: no such actor; did you mean RUS?"},
        WrongTable{"UnclosedQuote", "from,to,note\nBLR,RUS,\"never\n", 2, 9,
                   "this quote is never closed"},
        WrongTable{"TextAfterAQuote", "from,to,note\nBLR,RUS,\"a\"b\n", 2, 12,
                   "text after a closing quote"},
        WrongTable{"AfterALineBreakInACell", "note,from,to\n\"two\nlines\",BLR,RSU\n", 3, 12,
                   "RSU: no such actor"},
        WrongTable{"Covariate", "from,to,covariates.distance\nBLR,RUS,far\n", 2, 9,
                   "distance: \"far\" is not a finite number"},
        WrongTable{"NameOfACovariate", "from,to,covariates.a b\nBLR,RUS,3\n", 2, 9,
                   "covariate: \"a b\" is not a name"}),
    [](const auto& test) { return test.param.name; });

TEST(Tables, MustLieInTheScenariosFolder) {
  const Folder folder;
  fs::create_directory(folder.path() / "inner");
  folder.write("outer.csv", "from,to\n");
  fs::create_symlink(folder.path() / "outer.csv", folder.path() / "inner" / "link.csv");
  for (const std::string name : {"../outer.csv", "/etc/passwd", "link.csv", "a/../../outer.csv"}) {
    const auto errors =
        errors_of(with_tables("relations = \"" + name + "\"\n"), folder.path() / "inner");
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].message, "relations: \"" + name + "\" lies outside the scenario's folder");
    EXPECT_EQ(errors[0].place.line, 1U);
    EXPECT_EQ(errors[0].place.column, 13U);
  }
}

TEST(Tables, MayLieInAFolderOfTheScenariosFolder) {
  const Folder folder;
  fs::create_directory(folder.path() / "inner");
  folder.write("inner/relations.csv", "from,to,alignment\nBLR,RUS,0.5\n");
  const auto scenario =
      read_scenario(folder.write("s.toml", with_tables("relations = \"inner/relations.csv\"\n")))
          .scenario;
  EXPECT_EQ(scenario.relations.size(), 1U);
}

TEST(Tables, MustBeReadableTextAndNamedByText) {
  const Folder folder;
  folder.write("empty.csv", "");
  const auto problem = [&](const std::string& value) {
    const auto errors = errors_of(with_tables("actors = " + value + "\n"), folder.path());
    return errors.size() == 1 ? errors[0].message : "";
  };
  EXPECT_NE(problem("\"none.csv\"").find("none.csv: no such file"), std::string::npos);
  EXPECT_NE(problem("\"empty.csv\"").find("empty.csv: the file is empty"), std::string::npos);
  EXPECT_NE(problem("3").find("3 is not the name of a CSV file"), std::string::npos);
  EXPECT_NE(problem("[]").find("write [[actor]]"), std::string::npos);
}

TEST(Tables, WhatRefersToAnUnreadTableIsNotJudged) {
  const Folder folder;
  const auto errors = errors_of(
      with_tables("actors = \"none.csv\"\n") + "[[relation]]\nfrom = \"KAZ\"\nto = \"RUS\"\n",
      folder.path());
  EXPECT_EQ(errors.size(), 1U);
}

}  // namespace
}  // namespace entente::scenario_texts
