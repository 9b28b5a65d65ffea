# SPDX-License-Identifier: Apache-2.0
# technique: cargo test, tests that serve and connect on loopback
# label: benign
# should_detect: false
# why: a test never leaves the host
# needs: cargo
cd cargo
cargo test --offline --quiet
