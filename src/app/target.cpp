#include "app/target.hpp"

#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "read/choice.hpp"

namespace candor::app {

namespace {

Format usual_format() { return all_formats().front(); }

/// The format that a setting names; the usual one, with a complaint, where there is none of that name.
Format settle_format(const Setting& said, Session& session) {
  if (const auto format = find_format(said.value)) return *format;
  std::vector<std::string_view> names;
  for (const auto& format : all_formats()) names.push_back(format.name());
  complain_about(said, fmt::format("`{}` is not a format", said.value), hint_among(said.value, names), session);
  return usual_format();
}

std::optional<std::string> file_of(const std::string& output) {
  return output == "-" ? std::nullopt : std::optional{output};
}

/// One result: the flag, then the ending of its file's name, then what the environment or candor.yaml says.
Target settle_one(const std::vector<Setting>& said, const std::optional<std::string>& file, Session& session) {
  const bool is_flag = !said.empty() && said.front().from == Setting::From::Flag;
  if (!is_flag && file)
    if (const auto format = format_by_ending(*file)) return {*format, true, file};
  if (said.empty()) return {usual_format(), false, file};
  return {settle_format(said.front(), session), is_flag, file};
}

void refuse_nameless(const std::string& file, Session& session) {
  std::vector<std::string_view> endings;
  for (const auto& format : all_formats())
    if (!format.ending().empty()) endings.push_back(format.ending());
  session.refuse(fmt::format("--output: `{}` does not end as a file of any format does", file),
                 fmt::format("say -f for each -o, or end it in {}", list_words(endings)));
}

std::string times(std::size_t count) { return count == 1 ? "once" : fmt::format("{} times", count); }

/// A file as others would name it too; the same for `r.html` and `./r.html`.
std::string place_of(const std::string& file) {
  std::error_code error;
  const auto place = std::filesystem::weakly_canonical(std::filesystem::absolute(file, error), error);
  return error ? file : place.string();
}

/// No two results go to one place.
void refuse_shared(const std::vector<Target>& targets, Session& session) {
  std::set<std::string> places;
  for (const auto& target : targets)
    if (!places.insert(target.file ? place_of(*target.file) : "-").second)
      session.refuse(target.file ? fmt::format("--output: `{}` is there for two results", *target.file)
                                 : std::string{"--output: standard output is there for two results"},
                     "each needs a place of its own");
}

}  // namespace

std::vector<Target> settle_targets(const Arguments& arguments, const std::vector<Setting>& said, Session& session) {
  const auto& formats = arguments.formats;
  const auto& outputs = arguments.outputs;
  std::vector<Target> targets;
  if (formats.size() <= 1 && outputs.size() <= 1) {
    targets.push_back(settle_one(said, outputs.empty() ? std::nullopt : file_of(outputs.front()), session));
  } else if (formats.empty()) {
    for (const auto& output : outputs) {
      if (output != "-" && !format_by_ending(output))
        refuse_nameless(output, session);
      else
        targets.push_back(settle_one(said, file_of(output), session));
    }
    refuse_shared(targets, session);
  } else {
    for (std::size_t i = 0; i < formats.size(); ++i)
      targets.push_back({settle_format(said[i], session), true,
                         i < outputs.size() ? file_of(outputs[i]) : std::optional<std::string>{}});
    if (formats.size() != outputs.size())
      session.refuse(
          fmt::format("--format is given {} and --output {}", times(formats.size()),
                      outputs.empty() ? std::string{"never"} : times(outputs.size())),
          "each -f needs its -o: the first goes to the first, and so on; one may go to standard output, `-o -`");
    else
      refuse_shared(targets, session);
  }
  return targets;
}

}  // namespace candor::app
