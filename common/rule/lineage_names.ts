// SPDX-License-Identifier: Apache-2.0

/**
 * Programs that write programs, by the names that they are invoked with and those of the files behind them.
 * Wildcards stand for the system that is built for and the version.
 */
export const LINEAGE_LINKERS: readonly string[] = [
  // GNU ld and gold
  ...['ld', 'ld.bfd', 'ld.bfd-*', 'ld.gold', 'ld.gold-*', 'gold', 'dyn_gold', 'ld-new', 'collect2'],
  ...['*-ld', '*-ld.bfd', '*-ld.bfd-*', '*-ld.gold', '*-ld.gold-*', '*-gold', '*-collect2'],
  // LLVM
  ...['lld', 'lld-*', 'ld.lld', 'ld.lld-*', '*-ld.lld', 'ld64.lld', 'rust-lld', 'rust-lld-*'],
  // mold and its kin
  ...['mold', 'ld.mold', '*-ld.mold', 'ld64.mold', 'sold', 'ld.sold', 'wild', 'ld.wild', 'wild-*'],
  ...['ld.eld', 'ld.eld-*'],
  // Go's, whose name coreutils has as well
  ...['*/pkg/tool/*/link', '/usr/lib/go*/link', '/usr/libexec/go*/link'],
  // Compilers that link themselves
  ...['tcc', '*-tcc', 'fasm', 'fasmg', 'fasm2', 'zig', 'zig-*', 'ldc2'],
];

/** Compilers and their drivers; what they write themselves may be a program as well. */
export const LINEAGE_COMPILERS: readonly string[] = [
  ...['cc', 'c89', 'c99', 'c89-gcc', 'c99-gcc', 'c++', 'gcc', 'gcc-*', 'g++', 'g++-*'],
  ...['*-gcc', '*-gcc-*', '*-g++', '*-g++-*', '*-cc', '*-c++', 'musl-gcc', 'musl-clang'],
  ...['clang', 'clang-*', 'clang++', 'clang++-*', '*-clang', '*-clang-*', '*-clang++'],
  ...['tcc', '*-tcc', 'pcc', 'icc', 'icx', 'icpx', 'icpc', 'nvcc', 'hipcc', 'emcc', 'cproc'],
  ...['chibicc', 'slimcc', 'kefir', 'diet', 'klcc', 'winegcc', 'mpicc', 'mpicxx'],
  ...['gfortran', 'gfortran-*', 'flang', 'flang-*', 'ifort', 'ifx', 'gnat', 'gnatmake', 'gnatlink'],
  ...[
    'gdc',
    'gdc-*',
    'dmd',
    'ldc2',
    'gccgo',
    'gccgo-*',
    '*-gccgo-*',
    '*-gfortran-*',
    'gm2',
    'gm2-*',
  ],
  ...['rustc', 'cargo', 'go', 'tinygo', '*/pkg/tool/*/link', 'zig', 'nim', 'nimble', 'swiftc'],
  ...['swift-build', 'swift-driver', 'crystal', 'v', 'odin', 'hare'],
  ...[
    'ghc',
    'ghc-*',
    'cabal',
    'stack',
    'ocamlc',
    'ocamlc.opt',
    'ocamlopt',
    'ocamlopt.opt',
    'ocamlfind',
  ],
  ...['dune', 'mlton', 'sbcl', 'fpc', 'ppcx64', 'ppca64', 'valac'],
  ...['dart', 'kotlinc-native', 'native-image', 'shc', 'cobc', 'fbc', 'nuitka3'],
  ...['nasm', 'yasm', 'fasm', 'fasmg', 'ccache', 'sccache', 'distcc', 'icecc'],
];
