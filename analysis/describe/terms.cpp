#include "analysis/describe/terms.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

std::string unquoted(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
  return text.starts_with('-') ? "−" + text.substr(1) : text;
}

/// A parameter's row under a path; nothing of that name has an empty row.
ParameterRow row_of(const Dynamics& dynamics, const std::string& path) {
  for (auto& row : parameter_rows(dynamics))
    if (row.path == path) return row;
  return {};
}

std::string default_of(const std::string& path) {
  const std::string known = row_of(Dynamics{}, path).value;
  return known.empty() ? "0" : unquoted(known);  // covariates have no weight by default
}

/// What a mechanism of this name needs and the scenario has not; "" if nothing.
std::string missing(const Subject& subject, const std::string& name) {
  if (name == Balance::name && subject.start().actors() < 3 && !subject.start().self_ties)
    return "no third actor";
  if (name == Grievance::name && !subject.has(ChoiceLayer::sanctions)) return "no sanctions";
  if (name == Pacts::name && !subject.has_pacts()) return "no pacts";
  if (name == Membership::name && !subject.has_co_membership()) return "no common membership";
  if (name == Agreement::name && !subject.has_issues()) return "no issues";
  if (name == ConflictSides::name && !subject.has_war()) return "no conflict";
  if (name == Recognition::name && !subject.has_recognition()) return "all recognise each other";
  return "";
}

/// What an effect on choices needs and the scenario has not.
std::string missing_for_effect(const Subject& subject, ChoiceLayer layer, const std::string& name) {
  if (name == sanctions::Commitment::name && subject.scenario.commitments.empty())
    return "no commitments";
  if (layer == ChoiceLayer::sanctions)
    return name == sanctions::Violation::name && !subject.has_war() ? "no conflict" : "";
  return name == support::Alliance::name && !subject.has_pacts() ? "no pacts" : "";
}

/// The declared equation, but for balance, which a parameter gives another weighting.
std::string equation_of(const Subject& subject, const Entry& entry) {
  if (entry.name != Balance::name) return entry.equation;
  if (subject.start().self_ties) return "B += β A";
  const auto& balance = std::get<Balance>(subject.dynamics().alignment.mechanisms);
  return balance.weighting == Weighting::uniform ? "B += β A / (N − 2)" : entry.equation;
}

Term term_of(const Subject& subject, Entry entry, const std::string& path, std::string lack) {
  Term term{std::move(entry), path, false, ""};
  if (!subject.acts(path)) return term;
  term.on = lack.empty();
  term.idle = std::move(lack);
  return term;
}

void add_covariates(const Subject& subject, const CovariateEffects& effects,
                    const std::string& prefix, std::vector<Term>& terms) {
  const auto families = effect_lists().back().entries;  // ego.NAME, alter.NAME, …
  CovariateEffects::for_each_family(effects, [&](std::string_view family, const auto& weights) {
    for (const auto& [name, weight] : weights) {
      Entry entry = *std::find_if(families.begin(), families.end(), [&](const Entry& each) {
        return each.name.starts_with(std::string(family) + ".");
      });
      entry.name = fmt::format("{}.{}", family, name);
      const std::string path = prefix + entry.name;
      terms.push_back(term_of(subject, std::move(entry), path, ""));
    }
  });
}

}  // namespace

std::vector<Term> mechanism_terms(const Subject& subject) {
  std::vector<Term> terms;
  auto lists = mechanism_lists(subject.dynamics());
  for (auto& entry : lists.front().entries) {
    entry.equation = equation_of(subject, entry);
    const std::string path =
        fmt::format("dynamics.alignment.{}.{}", entry.name, entry.parameters.front().path);
    const std::string lack = missing(subject, entry.name);
    terms.push_back(term_of(subject, std::move(entry), path, lack));
  }
  return terms;
}

std::vector<Term> effect_terms(const Subject& subject, ChoiceLayer layer) {
  const bool sanctions = layer == ChoiceLayer::sanctions;
  const auto& choice = subject.dynamics().choice;
  const std::string prefix = fmt::format("dynamics.{}.", name_of(layer));
  std::vector<Term> terms;
  auto lists = effect_lists(subject.dynamics());
  for (auto& entry : lists[sanctions ? 0 : 1].entries) {
    if (entry.name == Deterrence::name) continue;  // no part of q: the commitments tell of it
    const std::string path = prefix + entry.name;
    const std::string lack = missing_for_effect(subject, layer, entry.name);
    terms.push_back(term_of(subject, std::move(entry), path, lack));
  }
  add_covariates(subject, sanctions ? choice.sanctions.covariates : choice.support.covariates,
                 prefix, terms);
  return terms;
}

std::vector<Term> in_play(std::vector<Term> terms) {
  terms.erase(std::remove_if(terms.begin(), terms.end(), [](const Term& term) { return !term.on; }),
              terms.end());
  return terms;
}

std::string out_of_play(const std::vector<Term>& terms) {
  std::vector<std::string> off, idle;
  for (const auto& term : terms) {
    if (term.on) continue;
    if (term.idle.empty())
      off.push_back(code(term.entry.name));
    else
      idle.push_back(fmt::format("{} ({})", code(term.entry.name), term.idle));
  }
  std::string text;
  if (!off.empty()) text = fmt::format("Off: {}.", listed(off));
  if (!idle.empty())
    text += fmt::format("{}Without anything to act on: {}.", text.empty() ? "" : " ", listed(idle));
  return text;
}

std::string coefficient_of(const Entry& entry) {
  const auto sign = entry.equation.find("= ");
  if (sign == std::string::npos) return "";
  const std::string right = entry.equation.substr(sign + 2);
  return right.substr(0, right.find(' '));
}

std::vector<std::string> equations_of(const std::vector<Term>& terms) {
  std::size_t longest = 0;
  for (const auto& term : terms) longest = std::max(longest, columns_of(term.entry.name));
  std::vector<std::string> lines;
  for (const auto& [entry, rate, on, idle] : terms)
    lines.push_back(fmt::format("{}{}  {}", entry.name,
                                std::string(longest - columns_of(entry.name), ' '),
                                entry.equation));
  return lines;
}

std::string value_cell(const Subject& subject, const std::string& path) {
  const std::string standard = default_of(path);
  const auto shown = [&](const std::string& value) {
    return value == standard ? plain(value) : fmt::format("**{}**", plain(value));
  };
  std::string cell = shown(unquoted(row_of(subject.dynamics(), path).value));
  for (const auto& [date, value] : subject.shifts(path))
    cell += fmt::format("; from {}: {}", to_text(date), shown(number(value)));
  return cell;
}

std::string default_cell(const Subject& subject, const std::string& path) {
  return value_cell(subject, path).find("**") == std::string::npos ? "" : plain(default_of(path));
}

PageTable parameter_table(const Subject& subject, const std::vector<std::string>& paths) {
  PageTable table{{"symbol", "parameter", "value", "default", "unit", "meaning"}, {}};
  for (const auto& path : paths) {
    const ParameterRow row = row_of(subject.dynamics(), path);
    const auto colon = row.meaning.find(": ");
    const bool headed = colon != std::string::npos && row.meaning.find(' ') > colon;
    table.rows.push_back({headed ? plain(row.meaning.substr(0, colon)) : "", code(path),
                          value_cell(subject, path), default_cell(subject, path),
                          unit_text(row.unit),
                          plain(headed ? row.meaning.substr(colon + 2) : row.meaning)});
  }
  return table;
}

std::string unit_text(const std::string& unit) { return unit == "yr^-1/2" ? "1/√yr" : plain(unit); }

}  // namespace entente
