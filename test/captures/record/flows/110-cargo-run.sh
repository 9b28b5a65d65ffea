# SPDX-License-Identifier: Apache-2.0
# technique: cargo run
# label: attack
# should_detect: true
# why: the compiled program connects
# needs: cargo
cd cargo
cargo run --offline --quiet
