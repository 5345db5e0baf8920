#include "cli/progress.h"

#include <fmt/format.h>

#include "cli/screen.h"

namespace entente {
namespace {

constexpr auto first_bar = std::chrono::milliseconds(500);
constexpr auto between_bars = std::chrono::milliseconds(100);
constexpr auto between_lines = std::chrono::seconds(3);

std::string bar(double share, std::size_t columns) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(columns));
  std::string text;
  for (std::size_t k = 0; k < columns; ++k) text += k < full ? "█" : "░";
  return text;
}

}  // namespace

ProgressBar::ProgressBar(std::uint64_t all, std::string unit)
    : all_(all), unit_(std::move(unit)), terminal_(errors_on_terminal()) {}

ProgressBar::~ProgressBar() {
  if (visible_) print_error("\r\x1b[K");
}

void ProgressBar::advance(std::uint64_t count) {
  done_ += count;
  const auto now = Clock::now();
  const bool due = terminal_ ? now - begin_ > first_bar && now - shown_ > between_bars
                             : now - shown_ > between_lines;
  if (!due || done_ >= all_) return;
  shown_ = now;
  show(std::chrono::duration<double>(now - begin_).count());
}

std::string ProgressBar::line(double seconds) const {
  const double rate = static_cast<double>(done_) / seconds;
  const double left = static_cast<double>(all_ - done_) / rate;
  return fmt::format(
      "{} of {}, {}/s, {} left", grouped(done_), counted(all_, unit_),
      rate < 10 ? fmt::format("{:.1f}", rate) : grouped(static_cast<std::uint64_t>(rate)),
      duration(left));
}

void ProgressBar::show(double seconds) {
  const double share = static_cast<double>(done_) / static_cast<double>(all_);
  const std::string words = line(seconds);
  if (!terminal_) return print_error(fmt::format("{:3.0f} %  {}\n", 100 * share, words));
  visible_ = true;
  const std::size_t room = 80 - 8 - 2 - width_of(words);
  print_error(fmt::format("\r{:4.0f} % {}  {}\x1b[K", 100 * share,
                          bar(share, std::clamp<std::size_t>(room, 5, 30)), words));
}

}  // namespace entente
