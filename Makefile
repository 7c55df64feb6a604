# One short word for each thing that a developer does. CI says the same words.
PORT ?= 8080
DATA ?= .local
ARGS ?=
PROGRAM = $(abspath $(or $(CARGO_TARGET_DIR),target))/debug/deskhand

.PHONY: run test lint rust unit stories web web-test e2e program tour fuzz deploy-test openapi permissions capacity bench build deploy deploy-web keys redrive clean-local

run: web ## Deskhand on this machine; FRESH=1 starts anew, PORT= and DATA= say where
	@$(if $(FRESH),test ! -e $(DATA) || { test -f $(DATA)/keys.json && rm -rf $(DATA); } || { echo "$(DATA) holds no Deskhand data"; exit 1; },:)
	cargo run --quiet -p deskhand -- --port $(PORT) --data $(DATA) $(ARGS)

test: lint rust web-test e2e tour fuzz deploy-test ## Everything that CI checks

lint: ## Formatting, lints, walls between crates
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	scripts/walls

# All of these select the whole workspace, tests included: another selection has other features of the libraries, and Cargo
# would build the AWS SDK once more for each.
rust: ## All tests in Rust
	cargo test --workspace --quiet --no-fail-fast

unit: ## The rules, each by itself
	cargo test --workspace --quiet --lib --bins

stories: ## What people do, and what holds everywhere
	cargo test --workspace --quiet --test stories --test laws

web: web/dist/index.html ## The web app, built

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund

web/dist/index.html: web/node_modules/.package-lock.json infra/openapi.json $(shell find web/src web/public web/build web/index.html web/vite.config.ts -type f 2>/dev/null)
	cd web && npm run --silent build && touch dist/index.html

web-test: web ## Lints and unit tests of the web app
	cd web && npm run --silent lint && npm test --silent

program:
	cargo build --workspace --quiet --bin deskhand --test stories

e2e: export DESKHAND_BIN = $(PROGRAM)
e2e: web program ## The web app in Chromium, against the house
	@command -v chromium >/dev/null || scripts/chromium
	cd web && npm run --silent e2e:own

tour: export DESKHAND_BIN = $(PROGRAM)
tour: program ## README.md and docs/tour.md, pasted into a shell
	tests/tour/run >/dev/null

fuzz: export DESKHAND_BIN = $(PROGRAM)
fuzz: program ## Requests of all kinds; every answer is one that the contract tells of
	tests/fuzz/run

deploy-test: ## The template deployed into an emulator, with the release binaries
	tests/deploy/run

openapi: ## Writes infra/openapi.json anew from the code
	UPDATE=1 cargo test --workspace --quiet --test laws the_openapi_document

permissions: openapi ## Writes docs/permissions.md anew: who may do what
	UPDATE=1 cargo test --workspace --quiet --test laws the_page_of_permissions

capacity: ## Writes docs/capacity.md anew from what the endpoints ask of the table
	UPDATE=1 cargo test --workspace --quiet --test laws each_endpoint_asks

bench: ## Measures the budgets, and writes docs/performance.md
	tests/bench/run

build: ## The binaries for Lambda (needs cargo-lambda: pip install cargo-lambda)
	cargo lambda build --release --arm64 $(foreach code,$(shell sed -n 's,.*target/lambda/\(.*\)/,\1,p' infra/stacks/*.yaml | sort -u),--bin $(code))

keys: ## Makes the secret deskhand/keys in the AWS account, once
	scripts/keys

redrive: ## Sends the dead letters of the deployed stack to their functions again (needs boto3); STACK= says which
	scripts/redrive $(or $(STACK),deskhand)

deploy: web build keys ## Into the AWS account of your environment; asks what it needs
	sam deploy --guided --template infra/template.yaml --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND
	scripts/web-upload $(or $(STACK),deskhand)

deploy-web: web ## The web app alone, into the stack that is there; STACK= says which
	scripts/web-upload $(or $(STACK),deskhand)
