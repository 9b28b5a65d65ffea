// SPDX-License-Identifier: Apache-2.0
package main

import "net"

func main() {
	connection, err := net.Dial("tcp", "10.77.0.2:4444")
	if err != nil {
		panic(err)
	}
	connection.Close()
}
