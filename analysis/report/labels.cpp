#include "analysis/report/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {
namespace {

/// Layers and what stands between the two actors of a path.
struct Relation {
  std::string_view layer, words;
};
constexpr std::array relations{
    Relation{"alignment", "alignment with"},   Relation{"dependence", "dependence on"},
    Relation{"sanctions", "sanctions on"},     Relation{"support", "support for"},
    Relation{"recognition", "recognition of"}, Relation{"pact", "pact with"}};

std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
  return name;
}

}  // namespace

std::string Labels::actor(Index i) const {
  return actor(scenario_.actors[static_cast<std::size_t>(i)].id);
}

std::string Labels::actor(const std::string& id) const {
  for (const auto& entry : scenario_.actors)
    if (entry.id == id) return entry.name.empty() ? id : entry.name;
  return id;
}

std::string Labels::of(const std::string& actor_id) const {
  const std::string name = actor(actor_id);
  return name + (name.ends_with("es") ? "'" : "'s");
}

std::string Labels::path(const std::string& path) const {
  const auto parts = parts_of(path);
  if (parts.size() == 2 && parts[0] == "metric") return in_words(parts[1]);
  if (parts.size() == 2 && parts[0] == "welfare") return fmt::format("{} welfare", of(parts[1]));
  if (parts.size() != 3) return path;
  for (const auto& [layer, words] : relations)
    if (parts[0] == layer) return fmt::format("{} {} {}", of(parts[1]), words, actor(parts[2]));
  if (parts[0] == "position") return fmt::format("{} position on {}", of(parts[1]), parts[2]);
  if (parts[0] == "membership") return fmt::format("{} membership in {}", of(parts[2]), parts[1]);
  return path;
}

std::string Labels::verb(const std::string& path, std::string_view one, std::string_view many) {
  return std::string(path.starts_with("sanctions.") ? many : one);
}

std::string Labels::unit(const std::string& path) {
  const std::string kind = parts_of(path).front();
  if (kind == "alignment" || kind == "position" || path == "metric.mean_alignment")
    return "alignment";
  if (kind == "sanctions" || kind == "support") return "level";
  if (kind == "dependence" || kind == "recognition" || kind == "membership") return "share";
  if (kind == "welfare" || path == "metric.mean_welfare") return "change";
  return "number";
}

}  // namespace entente
