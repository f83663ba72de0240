/* Nothing is read from the disk, so the studio works wherever the program is installed. `#embed` lets
   the compiler know of the files: a change of one is a reason to build. */
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CStudioFiles.h"

#define BYTES static const unsigned char

BYTES file_index_html[] = {
#embed "web/index.html"
};
BYTES file_studio_css[] = {
#embed "web/studio.css"
};
BYTES file_icon_svg[] = {
#embed "web/icon.svg"
};
BYTES file_app_js[] = {
#embed "web/app.js"
};
BYTES file_api_js[] = {
#embed "web/api.js"
};
BYTES file_dom_js[] = {
#embed "web/dom.js"
};
BYTES file_doubts_js[] = {
#embed "web/doubts.js"
};
BYTES file_export_js[] = {
#embed "web/export.js"
};
BYTES file_pages_js[] = {
#embed "web/pages.js"
};
BYTES file_stories_js[] = {
#embed "web/stories.js"
};
BYTES file_text_js[] = {
#embed "web/text.js"
};
BYTES file_tools_js[] = {
#embed "web/tools.js"
};
BYTES file_variants_js[] = {
#embed "web/variants.js"
};
BYTES file_words_js[] = {
#embed "web/words.js"
};
BYTES file_folder_js[] = {
#embed "web/folder.js"
};
BYTES file_review_js[] = {
#embed "web/review.js"
};
BYTES file_remarks_js[] = {
#embed "web/remarks.js"
};
BYTES file_tables_js[] = {
#embed "web/tables.js"
};
BYTES file_stage_js[] = {
#embed "web/stage.js"
};
BYTES file_proof_js[] = {
#embed "web/proof.js"
};
BYTES file_proof_html[] = {
#embed "web/proof.html"
};
BYTES file_openapi_json[] = {
#embed "web/openapi.json"
};
BYTES file_gangshan_2022_txt[] = {
#embed "../../Tests/Fixtures/reports/gangshan-2022.txt"
};
BYTES file_1_site_jpg[] = {
#embed "../../Tests/Fixtures/photos/1-site.jpg"
};
BYTES file_2_community_jpg[] = {
#embed "../../Tests/Fixtures/photos/2-community.jpg"
};
BYTES file_3_school_jpg[] = {
#embed "../../Tests/Fixtures/photos/3-school.jpg"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}

static const struct banxin_file files[] = {
  ENTRY("index.html", file_index_html),
  ENTRY("studio.css", file_studio_css),
  ENTRY("icon.svg", file_icon_svg),
  ENTRY("app.js", file_app_js),
  ENTRY("api.js", file_api_js),
  ENTRY("dom.js", file_dom_js),
  ENTRY("doubts.js", file_doubts_js),
  ENTRY("export.js", file_export_js),
  ENTRY("pages.js", file_pages_js),
  ENTRY("stories.js", file_stories_js),
  ENTRY("text.js", file_text_js),
  ENTRY("tools.js", file_tools_js),
  ENTRY("variants.js", file_variants_js),
  ENTRY("words.js", file_words_js),
  ENTRY("folder.js", file_folder_js),
  ENTRY("review.js", file_review_js),
  ENTRY("remarks.js", file_remarks_js),
  ENTRY("tables.js", file_tables_js),
  ENTRY("stage.js", file_stage_js),
  ENTRY("proof.js", file_proof_js),
  ENTRY("proof.html", file_proof_html),
  ENTRY("openapi.json", file_openapi_json),
  ENTRY("sample/gangshan-2022.txt", file_gangshan_2022_txt),
  ENTRY("sample/图片/1-site.jpg", file_1_site_jpg),
  ENTRY("sample/图片/2-community.jpg", file_2_community_jpg),
  ENTRY("sample/图片/3-school.jpg", file_3_school_jpg),
};

const struct banxin_file *banxin_studio_files(size_t *count) {
  *count = sizeof files / sizeof *files;
  return files;
}
