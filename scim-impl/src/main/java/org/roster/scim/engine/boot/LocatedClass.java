package org.roster.scim.engine.boot;

import jakarta.ws.rs.Path;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.roster.scim.engine.rest.AtPath;

/**
 * The class file of an endpoint's subclass: its public constructor calls that of the endpoint, its annotations are those of the
 * endpoint, and {@code @Path} with the value of {@link AtPath}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVMS §4</a>
 */
final class LocatedClass {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;
    private static final int ACC_SUPER = 0x20;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int ALOAD = 25;
    private static final int INVOKESPECIAL = 183;
    private static final int RETURN = 177;

    private final Class<?> endpoint;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final ByteArrayOutputStream constants = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(constants);

    LocatedClass(Class<?> endpoint) {
        this.endpoint = endpoint;
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            writeBody(new DataOutputStream(rest));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(all);
            out.writeInt(MAGIC);
            out.writeShort(0);
            out.writeShort(JAVA_17);
            out.writeShort(indexes.size() + 1);
            constants.writeTo(out);
            rest.writeTo(out);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeBody(DataOutputStream out) throws IOException {
        String parent = internal(endpoint);
        out.writeShort(Modifier.PUBLIC | ACC_SUPER);
        out.writeShort(type(parent + "At"));
        out.writeShort(type(parent));
        out.writeShort(0); // interfaces
        out.writeShort(0); // fields
        out.writeShort(1); // methods
        writeConstructor(out, parent);
        out.writeShort(1); // attributes
        writeAttribute(out, "RuntimeVisibleAnnotations", annotations());
    }

    private void writeConstructor(DataOutputStream out, String parent) throws IOException {
        Constructor<?> constructor = endpoint.getConstructors()[0];
        String descriptor = MethodType.methodType(void.class, constructor.getParameterTypes())
                .toMethodDescriptorString();
        int slots = constructor.getParameterCount() + 1; // all are references
        out.writeShort(Modifier.PUBLIC);
        out.writeShort(text("<init>"));
        out.writeShort(text(descriptor));
        out.writeShort(1); // attributes
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream code = new DataOutputStream(bytes);
        code.writeShort(slots); // stack
        code.writeShort(slots); // variables
        code.writeInt(2 * slots + 4);
        for (int i = 0; i < slots; i++) {
            code.write(ALOAD);
            code.write(i);
        }
        code.write(INVOKESPECIAL);
        code.writeShort(constructorOf(parent, descriptor));
        code.write(RETURN);
        code.writeShort(0); // exceptions
        code.writeShort(0); // attributes
        writeAttribute(out, "Code", bytes);
    }

    private void writeAttribute(DataOutputStream out, String name, ByteArrayOutputStream content) throws IOException {
        out.writeShort(text(name));
        out.writeInt(content.size());
        content.writeTo(out);
    }

    private ByteArrayOutputStream annotations() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Annotation[] all = endpoint.getAnnotations();
        out.writeShort(all.length);
        for (Annotation one : all) {
            Class<?> written = one instanceof AtPath ? Path.class : one.annotationType();
            Method[] members = one.annotationType().getDeclaredMethods();
            out.writeShort(text(written.descriptorString()));
            out.writeShort(members.length);
            for (Method member : members) {
                out.writeShort(text(member.getName()));
                writeValue(out, value(one, member));
            }
        }
        return bytes;
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            member.setAccessible(true);
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + annotation, e);
        }
    }

    private void writeValue(DataOutputStream out, Object value) throws IOException {
        if (value instanceof String[] texts) {
            out.write('[');
            out.writeShort(texts.length);
            for (String text : texts) {
                writeValue(out, text);
            }
        } else {
            out.write('s');
            out.writeShort(text((String) value));
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private int text(String value) throws IOException {
        Integer known = indexes.get("text " + value);
        if (known != null) {
            return known;
        }
        pool.write(UTF8);
        pool.writeUTF(value);
        return added("text " + value);
    }

    private int type(String internal) throws IOException {
        int name = text(internal);
        pool.write(CLASS);
        pool.writeShort(name);
        return added("type " + internal);
    }

    private int constructorOf(String parent, String descriptor) throws IOException {
        int owner = type(parent);
        int name = text("<init>");
        int signature = text(descriptor);
        pool.write(NAME_AND_TYPE);
        pool.writeShort(name);
        pool.writeShort(signature);
        int nameAndType = added("name and type");
        pool.write(METHOD);
        pool.writeShort(owner);
        pool.writeShort(nameAndType);
        return added("constructor");
    }

    private int added(String key) {
        int index = indexes.size() + 1;
        // The same class may stand there twice; each has an index of its own.
        indexes.put(indexes.containsKey(key) ? key + " " + index : key, index);
        return index;
    }
}
