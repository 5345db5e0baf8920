#include "analysis/store/netcdf_reader.h"

#include <H5Epublic.h>
#include <fmt/format.h>
#include <netcdf.h>

#include <numeric>

#include "sim/core/error.h"

namespace entente {
namespace {

int read(int file, int variable, const std::size_t* start, const std::size_t* count,
         double* values) {
  return nc_get_vara_double(file, variable, start, count, values);
}
int read(int file, int variable, const std::size_t* start, const std::size_t* count,
         signed char* values) {
  return nc_get_vara_schar(file, variable, start, count, values);
}
int read(int file, int variable, const std::size_t* start, const std::size_t* count, int* values) {
  return nc_get_vara_int(file, variable, start, count, values);
}
int read(int file, int variable, const std::size_t* start, const std::size_t* count,
         std::int64_t* values) {
  static_assert(sizeof(long) == sizeof(std::int64_t));
  return nc_get_vara_long(file, variable, start, count, values);
}

/// HDF5 prints what it looks for in vain unless told not to, on every thread anew; NetCDF does so
/// on the thread that opens a file alone.
void keep_hdf5_quiet() {
  thread_local const herr_t quiet = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  static_cast<void>(quiet);
}

}  // namespace

NetcdfReader::NetcdfReader(const std::filesystem::path& file) : name_(file.string()) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) fail("there is no such file");
  if (!std::filesystem::is_regular_file(status)) fail("that is no ordinary file");
  const int opened = nc_open(file.c_str(), NC_NOWRITE, &id_);
  if (opened != NC_NOERR)
    fail(fmt::format("not a NetCDF file, or not a whole one ({})", nc_strerror(opened)));
}

NetcdfReader::~NetcdfReader() {
  if (id_ >= 0) nc_close(id_);
}

void NetcdfReader::fail(std::string_view what) const {
  throw InputError(fmt::format("{}: {}", name_, what));
}

void NetcdfReader::check(int status, const std::string& variable) const {
  if (status != NC_NOERR)
    fail(fmt::format("{}: cannot be read ({})", variable, nc_strerror(status)));
}

int NetcdfReader::number(const std::string& variable) const {
  keep_hdf5_quiet();
  int number = -1;
  check(nc_inq_varid(id_, variable.c_str(), &number), variable);
  return number;
}

bool NetcdfReader::has(const std::string& variable) const {
  int number = -1;
  return nc_inq_varid(id_, variable.c_str(), &number) == NC_NOERR;
}

NetcdfReader::Shape NetcdfReader::shape(const std::string& variable) const {
  int count = 0;
  check(nc_inq_varndims(id_, number(variable), &count), variable);
  std::vector<int> dimensions(static_cast<std::size_t>(count));
  check(nc_inq_vardimid(id_, number(variable), dimensions.data()), variable);
  Shape lengths(dimensions.size());
  for (std::size_t k = 0; k < lengths.size(); ++k)
    check(nc_inq_dimlen(id_, dimensions[k], &lengths[k]), variable);
  return lengths;
}

std::optional<std::string> NetcdfReader::text_attribute(const std::string& name) const {
  nc_type type = NC_NAT;
  std::size_t length = 0;
  if (nc_inq_att(id_, NC_GLOBAL, name.c_str(), &type, &length) != NC_NOERR) return std::nullopt;
  if (type == NC_STRING && length == 1) {
    char* raw = nullptr;
    check(nc_get_att_string(id_, NC_GLOBAL, name.c_str(), &raw), name);
    std::string text(raw == nullptr ? "" : raw);
    nc_free_string(1, &raw);
    return text;
  }
  if (type != NC_CHAR) return std::nullopt;
  std::string text(length, '\0');
  check(nc_get_att_text(id_, NC_GLOBAL, name.c_str(), text.data()), name);
  return text;
}

std::optional<std::int64_t> NetcdfReader::whole_attribute(const std::string& name) const {
  nc_type type = NC_NAT;
  std::size_t length = 0;
  if (nc_inq_att(id_, NC_GLOBAL, name.c_str(), &type, &length) != NC_NOERR) return std::nullopt;
  if (type != NC_INT64 || length != 1) return std::nullopt;
  long long value = 0;
  check(nc_get_att_longlong(id_, NC_GLOBAL, name.c_str(), &value), name);
  return value;
}

std::vector<std::string> NetcdfReader::texts(const std::string& variable) const {
  const Shape lengths = shape(variable);
  if (lengths.size() != 1) fail(fmt::format("{}: has not one dimension", variable));
  return texts(variable, 0, lengths[0]);
}

std::vector<std::string> NetcdfReader::texts(const std::string& variable, std::size_t first,
                                             std::size_t count) const {
  std::vector<char*> raw(count);
  check(nc_get_vara_string(id_, number(variable), &first, &count, raw.data()), variable);
  std::vector<std::string> all(raw.begin(), raw.end());
  nc_free_string(raw.size(), raw.data());
  return all;
}

template <class Value>
std::vector<Value> NetcdfReader::block(const std::string& variable, const Shape& start,
                                       const Shape& count) const {
  if (shape(variable).size() != count.size())
    fail(fmt::format("{}: has not {} dimensions", variable, count.size()));
  std::vector<Value> values(
      std::accumulate(count.begin(), count.end(), std::size_t{1}, std::multiplies<>()));
  if (values.empty()) return values;
  check(read(id_, number(variable), start.data(), count.data(), values.data()), variable);
  return values;
}

template std::vector<double> NetcdfReader::block(const std::string&, const Shape&,
                                                 const Shape&) const;
template std::vector<signed char> NetcdfReader::block(const std::string&, const Shape&,
                                                      const Shape&) const;
template std::vector<int> NetcdfReader::block(const std::string&, const Shape&, const Shape&) const;
template std::vector<std::int64_t> NetcdfReader::block(const std::string&, const Shape&,
                                                       const Shape&) const;

}  // namespace entente
