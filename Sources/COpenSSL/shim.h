// What Daftar uses of OpenSSL's libcrypto (3.0 or later), as one module.
#ifndef DAFTAR_COPENSSL_SHIM_H
#define DAFTAR_COPENSSL_SHIM_H

// SHA256_Init and its like take no allocation and cannot fail; OpenSSL discourages them since 3.0 but keeps them.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/proverr.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#endif
