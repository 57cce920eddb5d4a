package identity

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"yayuan/backend/fault"
)

// hashing follows the argon2id recommendation of RFC 9106 for constrained
// memory: 64 MiB, three passes.
var hashing = &argon2id.Params{Memory: 64 * 1024, Iterations: 3, Parallelism: 2, SaltLength: 16, KeyLength: 32}

// pinWrongLimit wrong PINs lock the PIN until the password is used.
const pinWrongLimit = 5

// passwordWrongLimit wrong passwords in a row make the next try wait.
const passwordWrongLimit = 5

var (
	userNamePattern = regexp.MustCompile(`^[\p{L}\p{N}._-]{2,40}$`)
	pinPattern      = regexp.MustCompile(`^[0-9]{4,8}$`)
)

// nobody's hash is compared when a name is unknown, so that a wrong name
// takes as long as a wrong password.
var nobodyHash = sync.OnceValue(func() string {
	hash, err := argon2id.CreateHash("nobody", hashing)
	if err != nil {
		panic(err)
	}
	return hash
})

func hash(secret string) (string, error) {
	made, err := argon2id.CreateHash(secret, hashing)
	if err != nil {
		return "", fmt.Errorf("hash: %w", err)
	}
	return made, nil
}

func matches(secret, hashed string) (bool, error) {
	ok, err := argon2id.ComparePasswordAndHash(secret, hashed)
	if err != nil {
		return false, fmt.Errorf("compare: %w", err)
	}
	return ok, nil
}

// newToken makes a bearer token and the hash under which it is kept.
func newToken() (token string, kept []byte) {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw)
	token = base64.RawURLEncoding.EncodeToString(raw)
	return token, tokenHash(token)
}

func tokenHash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

func checkName(name string) *fault.Fault {
	switch {
	case strings.TrimSpace(name) == "":
		return nameMissing.At("name")
	case utf8.RuneCountInString(name) > 50:
		return nameTooLong.At("name").With("max", 50)
	}
	return nil
}

func checkUserName(userName string) *fault.Fault {
	if !userNamePattern.MatchString(userName) {
		return userNameBad.At("userName")
	}
	return nil
}

func checkPassword(field, password string) *fault.Fault {
	if utf8.RuneCountInString(password) < 8 {
		return passwordShort.At(field).With("min", 8)
	}
	return nil
}

func checkRoles(roles []Role) *fault.Fault {
	for _, role := range roles {
		if _, ok := granted[role]; !ok {
			return roleUnknown.At("roles").With("role", string(role))
		}
	}
	return nil
}
