package keys

import (
	"crypto/rand"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// alphabet is Crockford's base 32: no I, L, O, U, so that a code read aloud or
// written by hand comes back as it was.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeSymbols of 5 bits each: 120 random bits, then one check symbol.
const codeSymbols = 24

// wrapping is a key closed with a recovery code.
type wrapping struct {
	Salt   []byte `json:"salt"`
	Time   uint32 `json:"time"`
	Memory uint32 `json:"memoryKiB"`
	Sealed []byte `json:"sealed"`
}

func newCode() string {
	random := make([]byte, codeSymbols)
	_, _ = rand.Read(random)
	symbols := make([]byte, codeSymbols)
	for i, b := range random {
		symbols[i] = alphabet[b&31]
	}
	return group(string(symbols) + string(check(string(symbols))))
}

// check is a sum of products in the field of 32 elements, each place with a
// factor of its own: it finds every wrong symbol and every two symbols that
// changed places.
func check(symbols string) byte {
	sum, factor := 0, 1
	for i := range len(symbols) {
		factor = times(factor, 2)
		sum ^= times(factor, strings.IndexByte(alphabet, symbols[i]))
	}
	return alphabet[sum]
}

// times multiplies in GF(32) modulo x⁵ + x² + 1, in which 2 has 31 powers.
func times(a, b int) int {
	product := 0
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			product ^= a
		}
		if a <<= 1; a&32 != 0 {
			a ^= 0b100101
		}
	}
	return product
}

func group(symbols string) string {
	var groups []string
	for len(symbols) > 5 {
		groups = append(groups, symbols[:5])
		symbols = symbols[5:]
	}
	return strings.Join(append(groups, symbols), "-")
}

// normal reads a code as people type it: small letters, spaces, O for 0.
func normal(code string) (string, error) {
	text := strings.NewReplacer(" ", "", "-", "", "　", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(strings.TrimSpace(code)))
	if len(text) != codeSymbols+1 || strings.Trim(text, alphabet) != "" || check(text[:codeSymbols]) != text[codeSymbols] {
		return "", mistypedCode.At("recoveryCode")
	}
	return text, nil
}

// wrap closes the key with the code by argon2id (RFC 9106, 64 MiB) and
// XChaCha20-Poly1305.
func wrap(key []byte, code string) (wrapping, error) {
	text, err := normal(code)
	if err != nil {
		return wrapping{}, err
	}
	w := wrapping{Salt: make([]byte, 16), Time: 3, Memory: 64 * 1024}
	_, _ = rand.Read(w.Salt)
	aead, err := chacha20poly1305.NewX(argon2.IDKey([]byte(text), w.Salt, w.Time, w.Memory, 2, chacha20poly1305.KeySize))
	if err != nil {
		return w, cannotKeep.Because(err)
	}
	nonce := make([]byte, aead.NonceSize())
	_, _ = rand.Read(nonce)
	w.Sealed = aead.Seal(nonce, nonce, key, []byte("yayuan recovery"))
	return w, nil
}

func unwrap(w wrapping, code string) ([]byte, error) {
	text, err := normal(code)
	if err != nil {
		return nil, err
	}
	// A keyring from outside must not make the program take all memory.
	if w.Memory > 1<<20 || w.Time > 20 || w.Time == 0 || len(w.Sealed) < chacha20poly1305.NonceSizeX {
		return nil, ringMissing
	}
	aead, err := chacha20poly1305.NewX(argon2.IDKey([]byte(text), w.Salt, w.Time, w.Memory, 2, chacha20poly1305.KeySize))
	if err != nil {
		return nil, wrongCode.Because(err)
	}
	key, err := aead.Open(nil, w.Sealed[:aead.NonceSize()], w.Sealed[aead.NonceSize():], []byte("yayuan recovery"))
	if err != nil {
		return nil, wrongCode.At("recoveryCode")
	}
	return key, nil
}
