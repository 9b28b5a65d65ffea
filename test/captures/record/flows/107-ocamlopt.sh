# SPDX-License-Identifier: Apache-2.0
# technique: ocamlopt, which has gcc link
# label: attack
# should_detect: true
# why: the compiled program connects
# needs: ocaml-nox
ocamlopt -o agent107 unix.cmxa agent.ml
./agent107
