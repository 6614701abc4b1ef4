#include "import/log4j.hpp"

#include <doctest/doctest.h>

using namespace candor;

TEST_CASE("Log4j is known by the names that Maven and distributions give it") {
  CHECK(log4j_product("log4j-core", "2.14.1") == "log4j-core");
  CHECK(log4j_product("org.apache.logging.log4j:log4j-core", "2.14.1") == "log4j-core");
  CHECK(log4j_product("org.apache.logging.log4j/log4j-api", "2.14.1") == "log4j-api");
  CHECK(log4j_product("Log4j-Core", "") == "log4j-core");
  CHECK(log4j_product("log4j", "1.2.17", "pkg:maven/log4j/log4j@1.2.17") == "log4j-1");
  CHECK(log4j_product("log4j", "2.13.0-4.6.1", "pkg:rpm/suse/log4j@2.13.0-4.6.1") == "log4j-core");
  CHECK(log4j_product("log4j", "0:1.2.17-18.el7", "pkg:rpm/redhat/log4j@1.2.17") == "log4j-1");
  CHECK(log4j_product("liblog4j2-java", "2.17.1-1", "pkg:deb/debian/liblog4j2-java@2.17.1-1") == "log4j-core");
  CHECK(log4j_product("liblog4j1.2-java", "1.2.17-11") == "log4j-1");
  CHECK(log4j_product("log4j12", "1.2.17-25") == "log4j-1");
  CHECK(log4j_product("shaded", "1", "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar") == "log4j-core");
}

TEST_CASE("bridges, forks and what other languages call so are no Log4j") {
  for (const auto* name : {"log4j-over-slf4j", "slf4j-log4j12", "log4j-1.2-api", "log4j-to-slf4j", "reload4j", "log4js",
                           "log4net", "log4j-core-extras", ""})
    CHECK(!log4j_product(name, "1.2.3"));
  CHECK(!log4j_product("log4j", "1.0.0", "pkg:npm/log4j@1.0.0"));
  CHECK(!log4j_product("log4j-core", "1.0.0", "pkg:pypi/log4j-core@1.0.0"));
}
