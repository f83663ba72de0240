# make demo: sets the sample page.  make test: lint, build and the whole suite.
# make fuzz: changed inputs for every parser and command, for minutes or hours.
# make gallery: the pictures of the manual anew.
# make client: a package outside of this one that imports Banxin alone, built and run.
# make bench: times of a page, bulletins, a batch and charts, with Typst beside them.
# make words: the segmentation lexicon anew from its Debian package; the same bytes each time.
# make roles: the weights of the second reader anew, from made documents; the same bytes each time.
# make install [PREFIX=/usr/local] [DESTDIR=]: program, layouts, faces, manual page, completions.
# make deb: output/packages/banxin_*.deb, which a Debian 12 without Swift installs.
# Demo and test install what is missing first; on a fresh Debian 12 only Swift has to be there.
SHELL := /bin/bash
VENV := .build/venv
# The program with the Swift runtime in it, so that it runs where no Swift is.
STATIC := .build-static
PREFIX ?= /usr/local
# A machine that has Swift has its clang, but not always a compiler by the name of cc. Never exported: SwiftPM
# would compile the C targets with it, and only clang knows the options it passes.
ifeq ($(origin CC),default)
CC := $(or $(shell command -v cc),clang)
endif
unexport CC
PROGRAM ?= $(STATIC)/release/banxin
SCRIPTS := .bootstrap/release/stage .bootstrap/release/deb .bootstrap/release/late .bootstrap/install .bootstrap/fonts .bootstrap/photos/draw .ci/run .githooks/pre-commit
say = @echo "==> $(1)"

.PHONY: demo test bootstrap words roles lint clean

demo:
	$(call say,准备环境 checking packages and fonts)
	@.bootstrap/install run
	@.bootstrap/fonts
	$(call say,编译 building)
	swift build -c release --product banxin
	$(call say,排版 setting the sample page)
	"$$(swift build -c release --show-bin-path)/banxin" render Tests/Fixtures/reports/gangshan-2022.txt \
	  --layout newspaper-tabloid --photos Tests/Fixtures/photos --png
	$(call say,版面在 the page is in: output/gangshan-2022/)
	@ls -1 output/gangshan-2022

test: bootstrap $(VENV)/.ready lint
	$(call say,编译 building)
	swift build --build-tests
	$(call say,测试 testing)
	swift test --skip-build

.PHONY: static install deb
static:
	@.bootstrap/install run
	@.bootstrap/fonts
	$(call say,编译 building, the Swift runtime linked in)
	@mkdir -p $(STATIC)/absent
	$(CC) -O2 -Wall -Werror -c -o $(STATIC)/absent/curl.o .bootstrap/release/absent-curl.c
	ar rcs $(STATIC)/absent/libcurl.a $(STATIC)/absent/curl.o
	@CC=$(CC) .bootstrap/release/late $(STATIC)/late $(LATE)
	swift build -c release --product banxin --static-swift-stdlib --scratch-path $(STATIC) \
	    -Xlinker -L$(CURDIR)/$(STATIC)/absent -Xlinker $(CURDIR)/$(STATIC)/late/late.o

# Libraries of the installed program that are loaded when they are first called: few runs want them.
LATE := rsvg-2 zip gdk_pixbuf-2.0 gio-2.0 qpdf

# PROGRAM names a program that is built already.
install: $(if $(filter $(STATIC)/%,$(PROGRAM)),static)
	@.bootstrap/release/stage $(PROGRAM) $(DESTDIR)$(PREFIX)
	$(call say,已安装 installed in $(DESTDIR)$(PREFIX))

deb: $(if $(filter $(STATIC)/%,$(PROGRAM)),static)
	@.bootstrap/release/deb $(PROGRAM) output/packages

.PHONY: gallery
# The pages of pictures in the manual, made by the program: the same pictures from the same program.
gallery:
	$(call say,排样张 making the gallery)
	@.bootstrap/gallery "$$(swift build -c release --show-bin-path)/banxin"

.PHONY: bench
# Prints what a page, bulletins, a batch, charts and a press file cost, and Typst's figures beside them
# where its Python package can be fetched.
bench: $(VENV)/.ready
	$(call say,编译 building)
	swift build -c release --product banxin
	$(call say,计时 timing)
	-$(VENV)/bin/pip install --quiet typst==0.15.*
	$(VENV)/bin/python Tests/Tools/bench.py "$$(swift build -c release --show-bin-path)/banxin"

.PHONY: client
# Its own build of the engine, as an application has: some minutes the first time.
client:
	@.bootstrap/install run
	@.bootstrap/fonts
	$(call say,编译外部程序 building the client package)
	swift build --package-path Tests/Client --scratch-path .build/client
	"$$(swift build --package-path Tests/Client --scratch-path .build/client --show-bin-path)/client" .

.PHONY: goldens
goldens: bootstrap
	$(call say,重录版面文字描述 recording the dumps of pages anew)
	-RECORD_SNAPSHOTS=1 swift test --filter 'PageGoldenTests|DumpTests|RulePicturesTests' >/dev/null
	git diff --stat -- Tests/References

# make fuzz [FUZZ_SECONDS=300 FUZZ_MINUTES=10]: the parsers in the process, then every command from outside.
FUZZ_SECONDS ?= 300
FUZZ_MINUTES ?= 10
.PHONY: fuzz
fuzz: bootstrap $(VENV)/.ready
	swift build -c release --product banxin
	swift build --build-tests
	BANXIN_FUZZ_SECONDS=$(FUZZ_SECONDS) swift test --skip-build --filter ParserFuzzTests
	$(VENV)/bin/python Tests/Tools/fuzz.py .build/release/banxin --minutes $(FUZZ_MINUTES)

bootstrap:
	$(call say,准备环境 checking packages and fonts)
	@.bootstrap/install
	@.bootstrap/fonts

words:
	$(call say,准备词表 preparing the segmentation lexicon)
	@.bootstrap/words

roles:
	$(call say,训练行角色 training the reader of line roles)
	@python3 -m venv .build/roles && .build/roles/bin/pip install --quiet --disable-pip-version-check -r .bootstrap/roles/requirements.txt
	swift build -c release --product banxin
	@.build/roles/bin/python .bootstrap/roles/train.py .build/release/banxin

$(VENV)/.ready: Tests/Tools/requirements.txt
	$(call say,准备测试工具 preparing the test tools)
	python3 -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	@touch $@

lint:
	$(call say,检查格式 linting)
	swift format lint --strict --parallel -r Package.swift Sources Tests
	@if command -v shellcheck >/dev/null; then shellcheck $(SCRIPTS); fi

clean:
	$(call say,清理 removing .build and output)
	rm -rf .build
	find output -mindepth 1 ! -name .gitkeep -delete
