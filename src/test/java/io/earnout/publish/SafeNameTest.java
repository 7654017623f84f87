package io.earnout.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is named after an agreement, and no agreement can name a file outside of its folder. */
@DisplayName("A file's name made of an identifier")
class SafeNameTest {

    @ParameterizedTest(name = "{0} stays as it is")
    @ValueSource(strings = {"KAIXIN-2025", "a", "A.b_c-9", "KAIXIN-2025-AY1-1a2b3c4d"})
    void aHarmlessIdentifierStays(String identifier) {
        assertEquals(identifier, SafeName.of(identifier));
    }

    @ParameterizedTest(name = "{0}: because {1}")
    @CsvSource({
        "../x, it would leave the folder",
        "a/b, it would name a folder",
        "a\\b, it would on another system",
        ".hidden, nobody would see it",
        "开心, not every file system takes it",
        "'a b', a shell would cut it",
        "C:x, it is a drive elsewhere",
        "'a\"b', it would end an attribute",
        "a<b>, it would be a tag"
    })
    void anythingElseIsReplacedAndGetsAHash(String identifier, String because) {
        String name = SafeName.of(identifier);
        assertTrue(name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*-[0-9a-f]{8}"), name + ": " + because);
    }

    @ParameterizedTest(name = "{0} and {1} name two files")
    @CsvSource({"a/b, a_b", "开心, 开行", "a/b, a:b"})
    void differentIdentifiersNameDifferentFiles(String one, String other) {
        assertNotEquals(SafeName.of(one), SafeName.of(other));
    }

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {61, 300, 1000})
    void aLongOneIsCut(int length) {
        assertTrue(SafeName.of("x".repeat(length)).length() <= 69);
        assertNotEquals(SafeName.of("x".repeat(length)), SafeName.of("x".repeat(length + 1)));
    }
}
