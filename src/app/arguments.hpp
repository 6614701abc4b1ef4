#pragma once

#include <optional>
#include <string>
#include <vector>

namespace candor::app {

/// What the command line said, as written and not yet judged. What was not said may still come
/// from the environment or from candor.yaml (see settings.hpp).
struct Arguments {
  std::string verb;
  std::string client;   ///< CLIENT; the new folder of `init`; a client or a word for `explain`
  std::string subject;  ///< the control of `explain` and `decline`, the fact of `prove`, the profile of `profile show`
  std::string file;     ///< the document of `prove`, the text of `lint`
  std::string action;   ///< `list` or `show`; what `import` imports
  std::vector<std::string> files;  ///< of `import`; the PATHs of `portfolio` and `pack`

  std::vector<std::string> formats;  ///< of `score` several, each for the output in its place
  std::vector<std::string> outputs;
  std::optional<std::string> profile;
  std::optional<std::string> audience;
  std::optional<std::string> as_of;
  std::optional<std::string> provider;
  std::optional<std::string> peers;  ///< score: counts of other clients
  std::optional<std::string> color;
  std::optional<std::string> width;
  std::optional<std::string> paper;
  std::optional<std::string> pdf_engine;

  std::optional<std::string> min_proved;   ///< score, as all limits
  std::optional<std::string> min_claimed;  ///< score
  std::optional<std::string> no_worse_than;
  std::optional<std::string> expires_within;  ///< score
  std::vector<std::string> fail_on;           ///< score
  std::vector<std::string> accept;            ///< score
  bool show_config = false;                   ///< score: tell the settings instead of judging a client

  std::optional<std::string> name;      ///< init: the client's name
  std::optional<std::string> sector;    ///< init
  std::optional<std::string> country;   ///< init
  std::optional<std::string> currency;  ///< init
  std::optional<std::string> us;        ///< init: the provider's name
  std::optional<std::string> by;        ///< init, prove: who looked

  std::optional<std::string> part;   ///< prove, import
  std::optional<std::string> shows;  ///< prove: the value that the document shows
  std::optional<std::string> kind;   ///< prove
  std::optional<std::string> date;   ///< prove: the day the document speaks of; import: the day of the look
  std::optional<std::string> where;  ///< prove
  std::optional<std::string> into;   ///< import: the client
  std::optional<std::string> dates;  ///< import: which comes first, the day or the month
  std::optional<std::string> map;    ///< import: what the columns of a table mean
  bool is_whole = false;             ///< import: the tool looked at all there is
  bool append = false;               ///< prove: add the entry to evidence/proof.yaml

  std::optional<std::string> old_as_of;  ///< compare: the day on which OLD is judged
  bool record = false;                   ///< score: keep the result under history/
  bool redact = false;                   ///< names become stand-ins

  std::optional<std::string> list;          ///< portfolio, pack: a file of paths
  std::optional<std::string> by_group;      ///< portfolio: what clients are put together by
  std::optional<std::string> compare_with;  ///< portfolio: the rows of an earlier run
  std::optional<std::string> jobs;          ///< portfolio: how many clients are judged at once
  bool merge = false;                       ///< portfolio: what is read are rows
  bool anonymous = false;                   ///< portfolio: counts alone instead of an overview
  std::optional<std::string> last_pack;     ///< pack: the last one, of which what did not change is taken

  std::optional<std::string> jargon;  ///< lint: a list of more terms
};

}  // namespace candor::app
