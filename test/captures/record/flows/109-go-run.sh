# SPDX-License-Identifier: Apache-2.0
# technique: go run, which builds below /tmp, runs and removes
# label: attack
# should_detect: true
# why: the compiled program connects
# needs: go
cd go
go run ./agent
