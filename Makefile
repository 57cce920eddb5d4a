# The commands of this project. Each is a short script in scripts/.
.DEFAULT_GOAL := help
.PHONY: help run test build api docs icons package-windows clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 26

run: ## install what is missing, build, open the window (or serve on loopback)
	@bash scripts/run.sh $(ARGS)

test: ## install what tests need and run everything
	@bash scripts/test.sh

build: ## build the interface and both programs into build/bin
	@bash scripts/build.sh

api: ## write the interface's types from the backend's description
	@bash scripts/api.sh

docs: ## renew the screenshots and tables of the documentation
	@bash scripts/docs.sh

icons: ## draw the program's icons again from build/appicon.svg
	@bash scripts/icons.sh

package-windows: ## build the installer for Windows (needs nsis)
	@bash scripts/package-windows.sh

clean: ## remove what was built
	@bash scripts/clean.sh
