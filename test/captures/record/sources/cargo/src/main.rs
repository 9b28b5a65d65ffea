// SPDX-License-Identifier: Apache-2.0
use std::net::{TcpListener, TcpStream};

fn reach(address: &str) -> std::io::Result<()> {
    TcpStream::connect(address).map(|_| ())
}

fn main() -> std::io::Result<()> {
    reach("10.77.0.2:4444")
}

#[test]
fn reaches_a_server_of_its_own() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    reach(&server.local_addr().unwrap().to_string()).unwrap();
}

#[test]
fn tells_of_nobody_listening() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = server.local_addr().unwrap().to_string();
    drop(server);
    assert!(reach(&address).is_err());
}
