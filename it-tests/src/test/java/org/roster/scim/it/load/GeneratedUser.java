package org.roster.scim.it.load;

import java.util.Locale;
import java.util.UUID;

/**
 * A user as an identity provider creates one, about 1.5 KB; the number decides every value.
 *
 * @param n from 0 on
 */
public record GeneratedUser(int n) {

    private static final String[] GIVEN = {
        "Ilse", "Noor", "Tomás", "Amelie", "Kwame", "Yuki", "Priya", "Oskar", "Lucía", "Henrik", "Zoë", "Farid",
        "Greta", "Mateo", "Ines", "Pavel", "Aisha", "Jonas", "Chiara", "Bram", "Leila", "Emil", "Saoirse", "Viktor",
        "Mei"
    };
    private static final String[] CITY = {"Leipzig", "Utrecht", "Porto", "Gdańsk", "Lyon", "Turku", "Graz", "Cork"};
    private static final String[] TITLE = {"Engineer", "Analyst", "Clerk", "Planner", "Buyer", "Counsel", "Technician"};
    private static final String CONSONANTS = "bdfgklmn";
    private static final String VOWELS = "aeio";

    /** How many users have one family name. */
    public static final int NAMESAKES = 8;

    public String userName() {
        return familyName().toLowerCase(Locale.ROOT) + "." + n + "@fabrikam.example";
    }

    public String externalId() {
        long first = n * 0x9E37_79B9_7F4A_7C15L;
        long second = (n + 1) * 0xC2B2_AE3D_27D4_EB4FL;
        return new UUID((first & ~0xF000L) | 0x4000L, (second & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L)
                .toString();
    }

    /** Eight letters that no other family name begins with. */
    public String familyName() {
        int scattered = ((n / NAMESAKES) * 0x9E3B1) & 0xFFFFF;
        StringBuilder name = new StringBuilder();
        for (int syllable = 0; syllable < 4; syllable++) {
            int which = (scattered >>> (5 * syllable)) & 31;
            name.append(CONSONANTS.charAt(which >>> 2)).append(VOWELS.charAt(which & 3));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The body of the POST that creates the user, with the id of the manager. */
    public String json(String manager) {
        String given = GIVEN[n % GIVEN.length];
        String city = CITY[n % CITY.length];
        String title = TITLE[n % TITLE.length];
        Object[] values = {
            externalId(),
            userName(),
            given,
            familyName(),
            title,
            n,
            n % 400,
            n % 7,
            city,
            n % 90_000,
            n % 200,
            n % 12,
            n / 1000,
            manager
        };
        return String.format(Locale.ROOT, """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\
                "externalId":"%1$s","userName":"%2$s",\
                "name":{"formatted":"%3$s %4$s","familyName":"%4$s","givenName":"%3$s"},\
                "displayName":"%3$s %4$s","nickName":"%3$s",\
                "profileUrl":"https://people.fabrikam.example/%1$s","title":"Senior %5$s","userType":"Employee",\
                "preferredLanguage":"de-DE","locale":"de-DE","timezone":"Europe/Berlin","active":true,\
                "emails":[{"value":"%2$s","type":"work","primary":true},\
                {"value":"%4$s.%6$d@home.example","type":"home"}],\
                "phoneNumbers":[{"value":"+49 341 55%6$07d","type":"work"},{"value":"+49 151 55%6$07d","type":"mobile"}],\
                "addresses":[{"type":"work","streetAddress":"%7$d Harbour Street, Building %8$d","locality":"%9$s",\
                "region":"Central","postalCode":"%10$05d","country":"DE","primary":true,\
                "formatted":"%7$d Harbour Street, Building %8$d\\n%10$05d %9$s\\nGermany"},\
                {"type":"home","streetAddress":"%8$d Chestnut Lane","locality":"%9$s","region":"Central",\
                "postalCode":"%10$05d","country":"DE","formatted":"%8$d Chestnut Lane\\n%10$05d %9$s\\nGermany"}],\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"%6$d",\
                "costCenter":"CC-%11$d","organization":"Fabrikam Shipping and Logistics","division":"Division %12$d",\
                "department":"Department %13$d","manager":{"value":"%14$s"}}}""", values);
    }
}
