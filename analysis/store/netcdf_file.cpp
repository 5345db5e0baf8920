#include "analysis/store/netcdf_file.h"

#include <H5public.h>

#include <cerrno>

namespace entente {

std::mutex& netcdf_turn() {
  static std::mutex turn;
  return turn;
}

template <class Call>
void NetcdfFile::run(Call call) {
  const std::lock_guard lock(netcdf_turn());
  errno = 0;
  check(call());
}

void NetcdfFile::check(int status) {
  if (status == NC_NOERR) return;
  id_ = abandoned;
  // The library says only that HDF5 failed; what the system said last is why.
  if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG || errno == EIO) file_.fail(errno);
  if (status > 0) file_.fail(status);
  file_.fail(nc_strerror(status));
}

NetcdfFile::NetcdfFile(const std::filesystem::path& target) : file_(target) {
  // Otherwise HDF5 tries at the end of the program to complete what could not be written, and
  // crashes. Refused, without harm, from the second file on.
  H5dont_atexit();
  // Chunks are written whole and in order: to keep them would only take memory.
  constexpr std::size_t bytes = 2 << 20, slots = 1009;
  run([&] { return nc_set_chunk_cache(bytes, slots, 1.0F); });
  run([&] { return nc_create(file_.path().c_str(), NC_NETCDF4 | NC_CLOBBER, &id_); });
  run([&] { return nc_set_fill(id_, NC_NOFILL, nullptr); });
}

NetcdfFile::~NetcdfFile() {
  if (id_ != abandoned) nc_close(id_);
}

int NetcdfFile::dimension(const std::string& name, std::size_t length) {
  int dimension = -1;
  run([&] { return nc_def_dim(id_, name.c_str(), length, &dimension); });
  return dimension;
}

int NetcdfFile::growing_dimension(const std::string& name) { return dimension(name, NC_UNLIMITED); }

int NetcdfFile::variable(const std::string& name, nc_type type,
                         const std::vector<int>& dimensions) {
  int variable = -1;
  run([&] {
    return nc_def_var(id_, name.c_str(), type, static_cast<int>(dimensions.size()),
                      dimensions.data(), &variable);
  });
  return variable;
}

void NetcdfFile::chunks(int variable, const Shape& shape) {
  run([&] { return nc_def_var_chunking(id_, variable, NC_CHUNKED, shape.data()); });
}

void NetcdfFile::compress(int variable) {
  constexpr int shuffle = 1, deflate = 1, level = 1;
  run([&] { return nc_def_var_deflate(id_, variable, shuffle, deflate, level); });
}

void NetcdfFile::fill(int variable, double value) {
  run([&] { return nc_def_var_fill(id_, variable, NC_FILL, &value); });
}

void NetcdfFile::fill(int variable, signed char value) {
  run([&] { return nc_def_var_fill(id_, variable, NC_FILL, &value); });
}

void NetcdfFile::attribute(int variable, const std::string& name, std::string_view text) {
  run([&] { return nc_put_att_text(id_, variable, name.c_str(), text.size(), text.data()); });
}

void NetcdfFile::attribute(int variable, const std::string& name, std::int64_t number) {
  const long long value = number;
  run([&] { return nc_put_att_longlong(id_, variable, name.c_str(), NC_INT64, 1, &value); });
}

void NetcdfFile::attribute(int variable, const std::string& name,
                           const std::vector<signed char>& numbers) {
  run([&] {
    return nc_put_att_schar(id_, variable, name.c_str(), NC_BYTE, numbers.size(), numbers.data());
  });
}

void NetcdfFile::describe(int variable, std::string_view long_name, std::string_view units) {
  attribute(variable, "long_name", long_name);
  if (!units.empty()) attribute(variable, "units", units);
}

void NetcdfFile::put(int variable, const Shape& start, const Shape& count, const double* values) {
  run([&] { return nc_put_vara_double(id_, variable, start.data(), count.data(), values); });
}

void NetcdfFile::put(int variable, const Shape& start, const Shape& count,
                     const signed char* values) {
  run([&] { return nc_put_vara_schar(id_, variable, start.data(), count.data(), values); });
}

void NetcdfFile::put(int variable, const Shape& start, const Shape& count, const int* values) {
  run([&] { return nc_put_vara_int(id_, variable, start.data(), count.data(), values); });
}

void NetcdfFile::put(int variable, const Shape& start, const Shape& count,
                     const std::int64_t* values) {
  static_assert(sizeof(long) == sizeof(std::int64_t));
  run([&] { return nc_put_vara_long(id_, variable, start.data(), count.data(), values); });
}

void NetcdfFile::put(int variable, const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const auto& text : texts) pointers.push_back(text.c_str());
  run([&] { return nc_put_var_string(id_, variable, pointers.data()); });
}

void NetcdfFile::put(int variable, const Shape& start, const Shape& count,
                     const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const auto& text : texts) pointers.push_back(text.c_str());
  run([&] {
    return nc_put_vara_string(id_, variable, start.data(), count.data(), pointers.data());
  });
}

void NetcdfFile::finish() {
  const int id = id_;
  id_ = abandoned;
  run([&] { return nc_close(id); });
  file_.commit();
}

}  // namespace entente
