package org.roster.scim.it.soak;

import java.io.IOException;
import java.sql.SQLException;

/** Something that happens to a directory, and what must be so afterwards. */
interface Story {

    /** Lets it happen on servers and a database of its own. */
    void tell(Findings findings) throws IOException, SQLException;
}
