(* SPDX-License-Identifier: Apache-2.0 *)
let () =
  let s = Unix.socket Unix.PF_INET Unix.SOCK_STREAM 0 in
  Unix.connect s (Unix.ADDR_INET (Unix.inet_addr_of_string "10.77.0.2", 4444));
  Unix.close s
