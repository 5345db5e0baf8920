#include "analysis/calibrate/calibration_csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "analysis/calibrate/posterior.h"
#include "analysis/calibrate/weighted.h"
#include "analysis/store/partial_file.h"

namespace entente {
namespace {

void write_table(const std::filesystem::path& target, const std::string& text) {
  PartialFile file(target);
  std::ofstream out(file.path(), std::ios::binary | std::ios::trunc);
  errno = 0;
  out << text;
  out.close();
  if (!out) file.fail(errno);
  file.commit();
}

std::string generations_table(const AbcSmc& smc) {
  std::string text = "generation,tolerance,attempts,effective_size\n";
  int number = 0;
  for (const Generation& generation : smc.state().finished) {
    const Eigen::Map<const Eigen::VectorXd> weights(
        generation.weights.data(), static_cast<Eigen::Index>(generation.weights.size()));
    text += fmt::format("{},{},{},{}\n", number++, generation.tolerance, generation.attempts,
                        effective_size(weights));
  }
  return text;
}

std::string particles_table(const CalibrationJob& job, const Generation& last) {
  std::string text = "number,weight,distance";
  for (const auto& parameter : job.calibration().parameters) text += "," + parameter.path;
  text += "\n";
  for (std::size_t i = 0; i < last.particles.size(); ++i) {
    const Attempt& particle = last.particles[i];
    text += fmt::format("{},{},{},{}\n", particle.number, last.weights[i], particle.distance,
                        fmt::join(job.values(particle.coordinates), ","));
  }
  return text;
}

std::string posterior_table(const CalibrationJob& job, const Posterior& posterior) {
  std::string text = "path,mean,sd,low,median,high\n";
  for (std::size_t k = 0; k < posterior.parameters.size(); ++k) {
    const Marginal& marginal = posterior.parameters[k];
    text +=
        fmt::format("{},{},{},{},{},{}\n", job.calibration().parameters[k].path, marginal.mean,
                    marginal.sd, marginal.spread.low, marginal.spread.median, marginal.spread.high);
  }
  return text;
}

std::string predictions_table(const CalibrationJob& job, const Posterior& posterior) {
  std::string text = "date,path,observed,scale,low,median,high\n";
  for (std::size_t k = 0; k < posterior.predicted.size(); ++k) {
    const Observed& row = job.calibration().observations[k];
    const Spread& predicted = posterior.predicted[k];
    text += fmt::format("{},{},{},{},{},{},{}\n", to_text(row.date), row.path, row.value, row.scale,
                        predicted.low, predicted.median, predicted.high);
  }
  return text;
}

}  // namespace

void write_tables(const std::filesystem::path& folder, const CalibrationJob& job,
                  const AbcSmc& smc) {
  std::error_code error;
  std::filesystem::create_directory(folder, error);
  if (error || !std::filesystem::is_directory(folder))
    throw RunError(fmt::format("cannot make the folder {}: {}; name another place", folder.string(),
                               error ? error.message() : "a file has its name"));
  const Generation& last = smc.state().finished.back();
  const Posterior posterior = posterior_of(last, job.priors());
  write_table(folder / "generations.csv", generations_table(smc));
  write_table(folder / "particles.csv", particles_table(job, last));
  write_table(folder / "posterior.csv", posterior_table(job, posterior));
  write_table(folder / "predictions.csv", predictions_table(job, posterior));
}

}  // namespace entente
