# SPDX-License-Identifier: Apache-2.0
import std/net

let socket = newSocket()
socket.connect("10.77.0.2", Port(4444))
socket.close()
